import type { WallSettings, WallView } from '@escale/shared/activities/wall'
import css from './Look.module.css'
import { hasDetails, LayoutChoice, LookDetails } from './Look.tsx'
import { useEditorTexts } from './texts.ts'

interface LiveLookProps {
  readonly view: WallView
  readonly onChange: (settings: WallSettings) => void
}

/** The layout at one click while people write, and what belongs to it. */
export function LiveLook({ view, onChange }: LiveLookProps) {
  const t = useEditorTexts()
  return (
    <div className={css['stack']}>
      <LayoutChoice look={view} onChange={onChange} isLive />
      {hasDetails(view.layout) ? (
        <details className={css['details']}>
          <summary>{t('background-and-axes')}</summary>
          <div className={css['body']}>
            <LookDetails look={view} onChange={onChange} isLive />
          </div>
        </details>
      ) : null}
    </div>
  )
}

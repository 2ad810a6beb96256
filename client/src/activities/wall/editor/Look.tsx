import { limits } from '@escale/shared'
import { LAYOUTS, type WallDefinition } from '@escale/shared/activities/wall'
import { BackgroundChooser } from './BackgroundChooser.tsx'
import { Choices } from './Choices.tsx'
import { LayoutPictogram } from './LayoutPictogram.tsx'
import css from './Look.module.css'
import { TypedField } from './TypedField.tsx'
import { useEditorTexts } from './texts.ts'

type Look = Pick<WallDefinition, 'layout' | 'axes' | 'background'>

interface LookProps {
  readonly look: Look
  readonly onChange: (patch: Partial<Look>) => void
  /** Everybody sees each change at once. */
  readonly isLive?: boolean
}

/** How notes are laid out. */
export function LayoutChoice({ look: { layout }, onChange, isLive = false }: LookProps) {
  const t = useEditorTexts()
  return (
    <div className={css['stack']}>
      <Choices
        legend={t('layout')}
        value={layout}
        options={LAYOUTS.map((value) => ({
          value,
          label: t(`layout-${value}`),
          picture: <LayoutPictogram of={value} />,
        }))}
        onChange={(next) => onChange({ layout: next })}
        isLive={isLive}
        isCompact={isLive}
      />
      <p className={css['soft']}>{t(isLive ? 'layout-live' : `layout-${layout}-hint`)}</p>
    </div>
  )
}

const ENDS = ['left', 'right', 'bottom', 'top'] as const

/** What belongs to the chosen layout: the ends of the axes, what lies under the notes. */
export function LookDetails({ look, onChange, isLive = false }: LookProps) {
  const t = useEditorTexts()
  const { layout, axes, background } = look
  const hasCross = layout === 'matrix' || (layout === 'picture' && background === 'two-by-two')
  const ends = hasCross ? ENDS : layout === 'timeline' ? ENDS.slice(0, 2) : []
  return (
    <>
      {layout === 'picture' ? (
        <BackgroundChooser
          background={background}
          onChange={(next) => onChange({ background: next })}
          isLive={isLive}
        />
      ) : null}
      {ends.length > 0 ? (
        <fieldset className={css['axes']}>
          <legend className={css['legend']}>{t('axes')}</legend>
          {hasCross ? <p className={css['soft']}>{t('axes-hint')}</p> : null}
          <div className={css['ends']}>
            {ends.map((end) => (
              <TypedField
                key={end}
                label={t(`axis-${end}`)}
                value={axes[end]}
                maxLength={limits.LABEL_MAX_CHARS}
                isLive={isLive}
                onCommit={(text) => onChange({ axes: { ...axes, [end]: text } })}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  )
}

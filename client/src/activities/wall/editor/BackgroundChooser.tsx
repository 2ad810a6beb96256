import { BACKGROUNDS } from '@escale/shared/activities/wall'
import { PictureUpload } from '../../kit/PictureUpload.tsx'
import { Background, type BackgroundOf } from '../backgrounds/index.ts'
import { Choices } from './Choices.tsx'
import css from './Look.module.css'
import { useEditorTexts } from './texts.ts'

interface BackgroundChooserProps {
  readonly background: BackgroundOf
  readonly onChange: (background: BackgroundOf) => void
  readonly isLive: boolean
}

const OWN = 'own'
const NONE = 'none'

/** What lies under the notes: nothing, a drawing of ours, or a picture of one's own. */
export function BackgroundChooser({ background, onChange, isLive }: BackgroundChooserProps) {
  const t = useEditorTexts()
  const own = typeof background === 'object' ? background : null
  const options = [
    { value: NONE, label: t('background-none'), picture: <span className={css['none']} /> },
    ...BACKGROUNDS.map((value) => ({
      value,
      label: t(`background-${value}`),
      picture: <Background of={value} isSmall />,
    })),
    ...(own ? [{ value: OWN, label: t('background-own'), picture: <Background of={own} /> } as const] : []),
  ] as const
  return (
    <div className={css['rows']}>
      <Choices
        legend={t('background')}
        value={own ? OWN : typeof background === 'string' ? background : NONE}
        options={options}
        onChange={(next) => (next === OWN ? undefined : onChange(next === NONE ? null : next))}
        isLive={isLive}
      />
      <PictureUpload
        label={t(own ? 'own-change' : 'own-add')}
        onArrived={(picture) => onChange({ picture })}
      />
    </div>
  )
}

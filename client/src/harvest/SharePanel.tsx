import { useState } from 'react'
import { useSend } from '../stores/live-context.ts'
import { announce } from '../ui/announce.ts'
import { Switch } from '../ui/Switch.tsx'
import css from './Panel.module.css'
import { useHarvestTexts } from './texts.ts'

interface SharePanelProps {
  readonly shared: boolean
  readonly names: boolean
  readonly onNames: (names: boolean) => void
  readonly onChanged: () => void
}

/** For drivers: whether one sees names, and whether everybody sees the récolte. */
export function SharePanel({ shared, names, onNames, onChanged }: SharePanelProps) {
  const t = useHarvestTexts()
  const send = useSend()
  // What was asked for, until the server has answered: a switch that waits feels broken.
  const [asked, setAsked] = useState<boolean | null>(null)

  const share = async (wanted: boolean) => {
    setAsked(wanted)
    const receipt = await send({ type: 'settings', patch: { harvestShared: wanted } })
    if (receipt.ok) announce(t(wanted ? 'shared' : 'unshared'))
    onChanged()
    setAsked(null)
  }

  return (
    <section aria-labelledby="harvest-show" className={css['panel']}>
      <h2 id="harvest-show" className={css['title']}>
        {t('show')}
      </h2>
      <Switch
        label={t('share')}
        hint={t('shareHint')}
        checked={asked ?? shared}
        disabled={asked !== null}
        onChange={(wanted) => void share(wanted)}
      />
      <Switch label={t('names')} hint={t('namesHint')} checked={names} onChange={onNames} />
    </section>
  )
}

import { GRAINS } from '@escale/shared/activities/wall'
import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Checkbox } from '../../../ui/Switch.tsx'
import css from './Themes.module.css'
import { useThemeTexts } from './texts.ts'
import type { Wish } from './use-proposal.ts'

interface WishesProps {
  readonly wish: Wish
  /** Of the proposal that is shown; undefined: there is none yet. */
  readonly grain: number | undefined
  readonly count: number
  readonly busy: boolean
  readonly hasZones: boolean
  /** Would changes be lost? */
  readonly isTouched: boolean
  readonly onWish: (wish: Wish) => void
}

/** How the notes are to be divided. Another wish is another proposal: changes to this one are not lost without a word. */
export function Wishes({ wish, grain, count, busy, hasZones, isTouched, onWish }: WishesProps) {
  const t = useThemeTexts()
  const [waiting, setWaiting] = useState<Wish | null>(null)
  const ask = (next: Wish) => (isTouched ? setWaiting(next) : onWish(next))
  const step = (by: 1 | -1) => {
    const next = grain === undefined ? -1 : grain + by
    return busy || next < 0 || next >= GRAINS ? undefined : () => ask({ ...wish, grain: next })
  }
  const stepper = (by: 1 | -1) => {
    const go = step(by)
    const label = t(by < 0 ? 'coarser' : 'finer')
    return (
      <Button square aria-label={label} title={label} aria-disabled={!go || undefined} onClick={() => go?.()}>
        <Icon of={by < 0 ? Minus : Plus} />
      </Button>
    )
  }
  return (
    <>
      <div className={css['wishes']}>
        <fieldset className={css['grain']}>
          <legend className={css['legend']}>{t('fineness')}</legend>
          {stepper(-1)}
          <output className={css['found']}>{t('found', { count })}</output>
          {stepper(1)}
        </fieldset>
        {hasZones ? (
          <Checkbox
            label={t('within-zones')}
            hint={t('within-zones-hint')}
            checked={wish.withinZones}
            onChange={(withinZones) => ask({ ...wish, withinZones })}
          />
        ) : null}
      </div>
      {waiting && isTouched ? (
        <Notice tone="warning" role="alert">
          <p>{t('changes-lost')}</p>
          <div className={css['group-foot']}>
            <Button
              size="s"
              onClick={() => {
                onWish(waiting)
                setWaiting(null)
              }}
            >
              {t('recompute')}
            </Button>
            <Button size="s" variant="quiet" onClick={() => setWaiting(null)}>
              {t('keep-changes')}
            </Button>
          </div>
        </Notice>
      ) : null}
    </>
  )
}

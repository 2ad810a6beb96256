import type { WallNote } from '@escale/shared'
import type { WallZone } from '@escale/shared/activities/wall'
import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine } from 'lucide-react'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useSortingTexts } from '../sorting/texts.ts'
import type { Wall } from '../use-wall.ts'
import css from './PlaceButtons.module.css'
import { type Step, targetOf } from './places.ts'
import { useMoves } from './use-moves.ts'

const STEPS = [
  { step: 'first', icon: ArrowUpToLine },
  { step: 'up', icon: ArrowUp },
  { step: 'down', icon: ArrowDown },
  { step: 'last', icon: ArrowDownToLine },
] as const satisfies readonly { step: Step; icon: unknown }[]

interface PlaceButtonsProps {
  readonly wall: Wall
  readonly zones: readonly WallZone[]
  readonly note: WallNote
}

/** A note's rank in its zone, and the four ways to change it without dragging. */
export function PlaceButtons({ wall, zones, note }: PlaceButtonsProps) {
  const t = useSortingTexts()
  const { find, step } = useMoves(wall, zones)
  const found = find(note.id)
  if (found === undefined || !wall.mayMove(note)) return null
  const { at, count } = found
  const go = async (which: Step) => {
    const landed = await step(note.id, which)
    if (landed) announce(t('placed-at', { at: landed.at + 1, count: landed.count }))
  }
  return (
    <fieldset className={css['place']}>
      <legend className={css['legend']}>
        {t('place')} <span className={css['rank']}>{t('placed-at', { at: at + 1, count })}</span>
      </legend>
      {STEPS.map(({ step: which, icon }) => (
        <Button
          key={which}
          square
          aria-label={t(which)}
          title={t(which)}
          aria-disabled={targetOf(which, at, count) === null || undefined}
          onClick={() => void go(which)}
        >
          <Icon of={icon} />
        </Button>
      ))}
    </fieldset>
  )
}

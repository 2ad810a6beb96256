import type { SpatialLayout } from '@escale/shared'
import { AlignHorizontalDistributeCenter, AlignVerticalDistributeCenter, Grid3x3 } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useSelection } from '../selection/selection.ts'
import { aligned, asGrid, type Placing } from './arrange.ts'
import css from './Board.module.css'
import type { PlacedNote } from './chunks.ts'
import { useBoardTexts } from './texts.ts'

interface ArrangeToolsProps {
  readonly layout: SpatialLayout
  readonly placed: ReadonlyMap<string, PlacedNote>
  readonly onArrange: (places: readonly Placing[]) => void
}

/** What can be done with several picked notes of a canvas. */
export function ArrangeTools({ layout, placed, onArrange }: ArrangeToolsProps) {
  const t = useBoardTexts()
  const ids = useSelection((selection) => selection.ids)
  if (layout !== 'canvas' || ids.size < 2) return null
  const picked = (): Placing[] =>
    [...ids].flatMap((id) => {
      const one = placed.get(id)
      return one ? [{ id, x: one.x, y: one.y }] : []
    })
  const ways = [
    { label: t('arrange'), icon: Grid3x3, how: asGrid },
    {
      label: t('align-rows'),
      icon: AlignHorizontalDistributeCenter,
      how: (all: readonly Placing[]) => aligned(all, 'x'),
    },
    {
      label: t('align-columns'),
      icon: AlignVerticalDistributeCenter,
      how: (all: readonly Placing[]) => aligned(all, 'y'),
    },
  ]
  return (
    <div className={css['arrange']} data-board-control>
      {ways.map(({ label, icon, how }) => (
        <Button key={label} square aria-label={label} title={label} onClick={() => onArrange(how(picked()))}>
          <Icon of={icon} />
        </Button>
      ))}
    </div>
  )
}

import { TREE } from '@escale/shared/activities/wall'
import css from './Background.module.css'
import type { DrawingProps } from './drawing.ts'

const CROWN = [
  [800, 210, 300, 190],
  [520, 250, 230, 165],
  [1080, 250, 230, 165],
  [660, 130, 200, 110],
  [950, 130, 200, 110],
] as const
const FRUITS = [
  [430, 190],
  [560, 330],
  [690, 110],
  [800, 320],
  [910, 180],
  [1040, 330],
  [1180, 200],
] as const
const ROOTS = [
  ['M760 650 C740 760 560 740 430 850', 26],
  ['M785 650 C785 750 720 790 660 870', 20],
  ['M815 650 C815 750 880 790 940 870', 20],
  ['M840 650 C860 760 1040 740 1170 850', 26],
] as const

/** Roots, trunk and fruits, one above the other over the whole width: a note beside the trunk belongs to the trunk. */
export function Tree({ say }: DrawingProps) {
  const { trunkFrom, rootsFrom } = TREE
  return (
    <>
      <path
        className={css['sunk']}
        d={`M10 ${rootsFrom} H1590 V864 a26 26 0 0 1 -26 26 H36 a26 26 0 0 1 -26 -26 Z`}
      />
      {CROWN.map(([cx, cy, rx, ry]) => (
        <ellipse key={`${cx} ${cy}`} {...{ cx, cy, rx, ry }} className={css['good']} />
      ))}
      {FRUITS.map(([cx, cy]) => (
        <circle key={cx} cx={cx} cy={cy} r={17} className={css['fruit']} />
      ))}
      <path
        className={css['bark']}
        d="M735 650 C765 560 765 470 720 370 L770 410 L800 350 L830 410 L880 370 C835 470 835 560 865 650 Z"
      />
      {ROOTS.map(([d, width]) => (
        <path key={d} d={d} strokeWidth={width} className={css['root']} />
      ))}
      <path className={css['hair']} d={`M20 ${trunkFrom} H1580`} />
      <path className={css['line']} d={`M20 ${rootsFrom} H1580`} />
      <text x={50} y={92} className={css['label']}>
        {say('fruits')}
      </text>
      <text x={50} y={trunkFrom + 72} className={css['label']}>
        {say('trunk')}
      </text>
      <text x={50} y={rootsFrom + 72} className={css['label']}>
        {say('roots')}
      </text>
    </>
  )
}

import type { Layout } from '@escale/shared/activities/wall'

/** Notes as small papers, from their top left corners, in a drawing of 64 by 36. */
const PAPERS: Readonly<Record<Layout, readonly (readonly [x: number, y: number])[]>> = {
  columns: [
    [8, 4],
    [8, 14],
    [8, 24],
    [26, 4],
    [26, 14],
    [44, 4],
    [44, 14],
    [44, 24],
  ],
  canvas: [
    [5, 5],
    [22, 13],
    [14, 25],
    [38, 3],
    [34, 24],
    [50, 16],
  ],
  matrix: [
    [8, 5],
    [16, 22],
    [38, 4],
    [46, 12],
    [40, 24],
  ],
  picture: [
    [10, 8],
    [27, 17],
    [44, 8],
  ],
  timeline: [
    [6, 7],
    [20, 20],
    [32, 7],
    [47, 20],
  ],
}

const LINES: Readonly<Partial<Record<Layout, string>>> = {
  matrix: 'M32 2 V34 M4 18 H60',
  picture: 'M6 4 C6 40 58 40 58 4',
  timeline: 'M3 17.5 H60 M56 14 L60 17.5 L56 21',
}

/** What a layout does with notes, as small as a stamp. */
export function LayoutPictogram({ of: layout }: { readonly of: Layout }) {
  const line = LINES[layout]
  return (
    <svg viewBox="0 0 64 36" width="100%" height="100%" aria-hidden="true" focusable="false">
      {line ? (
        <path
          d={line}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.6}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : null}
      {PAPERS[layout].map(([x, y], i) => (
        <rect
          key={`${x} ${y}`}
          {...{ x, y }}
          width={12}
          height={8}
          rx={1.2}
          style={{ fill: `var(--note-${(i * 3) % 8})`, stroke: 'currentColor', strokeWidth: 0.8 }}
        />
      ))}
    </svg>
  )
}

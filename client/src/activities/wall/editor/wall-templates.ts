import { type Category, PLAIN_WALL, type WallDefinition } from '@escale/shared/activities/wall'
import type { Say } from '../../../i18n/create-texts.ts'
import type { useEditorTexts } from './texts.ts'

type Key = Parameters<ReturnType<typeof useEditorTexts>>[0]

/** What a ready-made wall decides; all else stays as it is. */
export type Shape = Pick<WallDefinition, 'layout' | 'zones' | 'background' | 'axes' | 'categories'>

export interface WallTemplate {
  readonly id: 'keep' | 'effort' | 'hopes' | 'u' | 'tree' | 'time' | 'retro'
  /** In the language of whoever prepares the wall. */
  readonly shape: (t: Say<Key>, mintId: () => string) => Shape
}

const { zones, background, axes, categories } = PLAIN_WALL
const plain: Shape = { layout: 'columns', zones, background, axes, categories }

const onDrawing = (drawing: WallDefinition['background']) => (): Shape => ({
  ...plain,
  layout: 'picture',
  background: drawing,
})

const categoriesOf = (t: Say<Key>, ...of: readonly (readonly [colour: number, label: Key])[]): Category[] =>
  of.map(([colour, label]) => ({ colour, label: t(label) }))

/** Ready-made walls, the most wanted first. */
export const WALL_TEMPLATES: readonly WallTemplate[] = [
  { id: 'keep', shape: onDrawing('keep-stop-transform-learn') },
  {
    id: 'effort',
    shape: (t) => ({
      ...plain,
      layout: 'matrix',
      axes: {
        left: t('effort-low'),
        right: t('effort-high'),
        bottom: t('impact-low'),
        top: t('impact-high'),
      },
    }),
  },
  { id: 'hopes', shape: onDrawing('hopes-fears') },
  { id: 'u', shape: onDrawing('u-curve') },
  { id: 'tree', shape: onDrawing('tree') },
  {
    id: 'time',
    shape: (t) => ({
      ...plain,
      layout: 'timeline',
      axes: { ...axes, left: t('time-from'), right: t('time-to') },
      categories: categoriesOf(t, [4, 'time-fact'], [2, 'time-feeling'], [6, 'time-lesson']),
    }),
  },
  {
    id: 'retro',
    shape: (t, mintId) => ({
      ...plain,
      zones: (['retro-good', 'retro-bad', 'retro-try'] as const).map((key) => ({
        id: mintId(),
        title: t(key),
      })),
    }),
  },
]

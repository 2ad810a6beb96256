// @vitest-environment node
import { orderAt, type WallNote } from '@escale/shared'
import type { WallEdit } from '@escale/shared/activities/wall'
import { describe, expect, test } from 'vitest'
import { titlesWith, withEdits } from '../unsettled.ts'
import { planOf, type Side } from './plan.ts'

const WRITER = { author: '', createdAt: () => 0 }
const NO_TITLES: ReadonlyMap<string, string> = new Map()
const note = (id: string, more: Partial<WallNote> = {}): WallNote => ({
  ...{ id, order: orderAt(id.charCodeAt(0)), text: `texte ${id}`, author: '', colour: 0, zone: 'z1' },
  ...{ createdAt: 0, stack: '', at: {}, picture: '', drawing: '', values: {}, seal: '' },
  ...more,
})
const WALL = [note('a'), note('b'), note('c')]

/** What is asked to undo (or redo) `edits`, once others have done `since`. */
function planned(
  edits: readonly WallEdit[],
  since: readonly WallEdit[] = [],
  side: Side = 'undo',
  wall = WALL,
) {
  const deed = { edits, notes: wall, mine: [], titles: NO_TITLES }
  const own = side === 'undo' ? edits : []
  const now = withEdits(wall, [...own, ...since], WRITER)
  const titles = titlesWith(NO_TITLES, [...own, ...since])
  const plan = planOf(deed, side, {
    notes: new Map(now.map((one) => [one.id, one])),
    titles,
    secretOf: () => ({}),
  })
  return { plan, now, after: withEdits(now, plan.edits, WRITER) }
}

const DEEDS: readonly (readonly WallEdit[])[] = [
  [{ type: 'edit', id: 'a', base: 'texte a', text: 'autre', colour: 3 }],
  [{ type: 'move', id: 'b', zone: 'z2', order: orderAt(9) }],
  [
    {
      type: 'reorder',
      notes: [
        { id: 'a', order: orderAt(999) },
        { id: 'c', zone: 'z2' },
      ],
    },
  ],
  [
    {
      type: 'paint',
      notes: [
        { id: 'a', colour: 5 },
        { id: 'b', colour: 5 },
      ],
    },
  ],
  [{ type: 'stack', stack: 's', title: 'Outils', notes: ['a', 'b'] }],
]

describe('undoing', () => {
  test.each(DEEDS.map((edits) => [edits[0]?.type, edits] as const))(
    '[M45] %s: undone all is as it was, done again it is as it had been',
    (_, edits) => {
      const undone = planned(edits)
      expect(undone.plan.lost).toBe(0)
      expect(undone.after).toEqual(WALL)
      const redone = planned(edits, [], 'redo')
      expect(redone.plan.lost).toBe(0)
      expect(redone.after).toEqual(withEdits(WALL, edits, WRITER))
    },
  )

  test('[M45] words that others wrote since beside mine stay', () => {
    const mine: WallEdit = { type: 'edit', id: 'a', base: 'texte a', text: 'texte a corrigé' }
    const theirs: WallEdit = { type: 'edit', id: 'a', base: 'texte a corrigé', text: 'Un texte a corrigé' }
    const { plan, after } = planned([mine], [theirs])
    expect(plan.lost).toBe(0)
    expect(after[0]?.text).toBe('Un texte a')
  })

  test('[M45] what others changed since stays as they made it, and that is told; the rest is undone', () => {
    const mine: WallEdit = {
      type: 'reorder',
      notes: [
        { id: 'a', zone: 'z2' },
        { id: 'b', zone: 'z2' },
      ],
    }
    const { plan, after } = planned([mine], [{ type: 'move', id: 'a', zone: 'z3' }])
    expect(plan.lost).toBe(1)
    expect(after.map((one) => one.zone)).toEqual(['z3', 'z1', 'z1'])
    const rewritten = planned(
      [{ type: 'edit', id: 'a', base: 'texte a', text: 'mien' }],
      [{ type: 'edit', id: 'a', base: 'mien', text: 'leur' }],
    )
    expect(rewritten.plan).toMatchObject({ edits: [], lost: 1 })
  })

  test('[M45] what is gone is not undone; my own new note is taken off unless somebody wrote in it', () => {
    expect(
      planned([{ type: 'move', id: 'a', zone: 'z2' }], [{ type: 'remove', id: 'a' }]).plan,
    ).toMatchObject({
      edits: [],
      lost: 1,
    })
    const put: WallEdit = { type: 'put', note: { id: 'n', text: 'neuf', colour: 0, zone: '' } }
    expect(planned([put]).plan.off.map((one) => one.id)).toEqual(['n'])
    const changed = planned([put], [{ type: 'edit', id: 'n', base: 'neuf', text: 'neuf et plus' }])
    expect(changed.plan).toMatchObject({ off: [], lost: 1 })
  })

  test('[M45] a note that I took off comes back; a merge is taken back as one', () => {
    expect(planned([{ type: 'shelve', from: 'wall', notes: ['b'] }]).plan.back).toEqual([WALL[1]])
    const merge: WallEdit = { type: 'merge', into: 'a', notes: ['b', 'c'] }
    expect(planned([merge]).plan.edits).toEqual([
      {
        type: 'unmerge',
        ...{ into: 'a', notes: ['b', 'c'], base: 'texte a\ntexte b\ntexte c', text: 'texte a' },
      },
    ])
    expect(planned([merge], [], 'redo').plan.edits).toEqual([merge])
  })

  test('[M45] placing from the inbox and the like leaves nothing to undo', () => {
    const { plan } = planned([{ type: 'place', from: 'inbox', notes: ['x'] }])
    expect(plan).toEqual({ edits: [], off: [], back: [], lost: 0 })
  })
})

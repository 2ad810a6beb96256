// @vitest-environment node
import { orderAt, type WallNote } from '@escale/shared'
import { AT_ONCE_MAX, type WallEdit } from '@escale/shared/activities/wall'
import { describe, expect, test } from 'vitest'
import { titlesWith, withEdits } from '../unsettled.ts'
import { createAsked } from './asked.ts'
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

describe('undoing beside others', () => {
  const PLACED = [note('a', { at: { canvas: { x: 0.1, y: 0.1, z: 0 } } } as never), note('b'), note('c')]
  /** A field, what I made of it, and what somebody else made of it since. */
  type Field = readonly [name: string, mine: WallEdit, theirs: WallEdit, of: (one: WallNote) => unknown]
  const FIELDS: readonly Field[] = [
    [
      'colour',
      { type: 'paint', notes: [{ id: 'a', colour: 5 }] },
      { type: 'paint', notes: [{ id: 'a', colour: 7 }] },
      (one) => one.colour,
    ],
    ['zone', { type: 'move', id: 'a', zone: 'z2' }, { type: 'move', id: 'a', zone: 'z3' }, (one) => one.zone],
    [
      'order',
      { type: 'reorder', notes: [{ id: 'a', order: orderAt(500) }] },
      { type: 'reorder', notes: [{ id: 'a', order: orderAt(700) }] },
      (one) => one.order,
    ],
    [
      'stack',
      { type: 'stack', stack: 's', title: 'S', notes: ['a', 'b'] },
      { type: 'stack', stack: 't', title: 'T', notes: ['a', 'c'] },
      (one) => one.stack,
    ],
    ...(
      [
        [0.9, 0.5],
        [0.5, 0.9],
      ] as const
    ).map(
      ([x, y]): Field => [
        `place (${x}, ${y})`,
        { type: 'arrange', layout: 'canvas', places: [{ id: 'a', x: 0.5, y: 0.5 }] },
        { type: 'arrange', layout: 'canvas', places: [{ id: 'a', x, y }] },
        (one) => one.at.canvas,
      ],
    ),
    [
      'picture',
      { type: 'edit', id: 'a', picture: 'mine' },
      { type: 'edit', id: 'a', picture: 'theirs' },
      (one) => one.picture,
    ],
    [
      'drawing',
      { type: 'edit', id: 'a', drawing: '11a,b' },
      { type: 'edit', id: 'a', drawing: '12a,c' },
      (one) => one.drawing,
    ],
  ]

  test.each(FIELDS)(
    '[M45] %s: what others made of it since stays, and counts as lost once',
    (_, mine, theirs, of) => {
      const { plan, now, after } = planned([mine], [theirs], 'undo', PLACED)
      const theirsNow = now.find((one) => one.id === 'a') as WallNote
      const afterwards = after.find((one) => one.id === 'a') as WallNote
      expect(of(afterwards)).toEqual(of(theirsNow))
      expect(plan.lost).toBe(1)
    },
  )

  test.each(FIELDS)(
    '[M45] %s: undone by others already, there is nothing to do and nothing lost',
    (name, mine) => {
      const deed = { edits: [mine], notes: WALL, mine: [], titles: NO_TITLES }
      const plan = planOf(deed, 'undo', {
        notes: new Map(WALL.map((one) => [one.id, one])),
        titles: NO_TITLES,
        secretOf: () => ({}),
      })
      expect([name, plan.edits, plan.off, plan.back, plan.lost]).toEqual([name, [], [], [], 0])
    },
  )

  test('[M45] only the fields that I changed are changed back, with the secret of a note without a name', () => {
    const mine: WallEdit = { type: 'edit', id: 'a', base: 'texte a', text: 'mien', colour: 3 }
    const deed = { edits: [mine], notes: WALL, mine: [], titles: NO_TITLES }
    const now = withEdits(WALL, [mine, { type: 'move', id: 'a', zone: 'z9' }], WRITER)
    const plan = planOf(deed, 'undo', {
      notes: new Map(now.map((one) => [one.id, one])),
      titles: NO_TITLES,
      secretOf: (id) => ({ secret: `of ${id}` }),
    })
    expect(plan.lost).toBe(0)
    expect(plan.edits).toEqual([
      { type: 'edit', id: 'a', base: 'mien', text: 'texte a', secret: 'of a' },
      { type: 'paint', notes: [{ id: 'a', colour: 0, secret: 'of a' }] },
    ])
    expect(withEdits(now, plan.edits, WRITER)[0]).toMatchObject({ zone: 'z9', text: 'texte a', colour: 0 })
  })

  test('[M45] notes that my deed did not touch are left alone, in whatever stack and place they are', () => {
    const wall = [note('a', { stack: 's' }), note('b', { stack: 's' }), note('c', { stack: 'u' })]
    const mine: WallEdit = { type: 'unstack', stack: 's', notes: ['a'] }
    const { plan, after } = planned([mine], [], 'undo', wall)
    expect(plan.edits.map((edit) => ('notes' in edit ? edit.notes : []))).toEqual([['a']])
    expect(after).toEqual(wall)
    const whole = planned(
      [{ type: 'unstack', stack: 's' }],
      [{ type: 'move', id: 'c', zone: 'z4' }],
      'undo',
      wall,
    )
    expect(whole.after.map((one) => [one.stack, one.zone])).toEqual([
      ['s', 'z1'],
      ['s', 'z1'],
      ['u', 'z4'],
    ])
  })

  test('[M45] a title that somebody else changed since stays; mine is changed back', () => {
    const wall = [note('a', { stack: 's' }), note('b', { stack: 's' })]
    const mine: WallEdit = { type: 'stack', stack: 's', title: 'Mien', notes: ['a'] }
    const titles = new Map([['s', 'Avant']])
    const plan = (title: string, notes = wall, side: Side = 'undo') =>
      planOf({ edits: [mine], notes: wall, mine: [], titles }, side, {
        notes: new Map(notes.map((one) => [one.id, one])),
        titles: new Map([['s', title]]),
        secretOf: () => ({}),
      })
    expect(plan('Mien').edits).toEqual([{ type: 'stack', stack: 's', title: 'Avant', notes: ['a'] }])
    expect(plan('Avant', wall, 'redo').edits).toEqual([
      { type: 'stack', stack: 's', title: 'Mien', notes: ['a'] },
    ])
    expect(plan('Leur')).toMatchObject({ edits: [], lost: 1 })
    // Nothing is in the stack any more: there is nothing to name.
    expect(plan('Mien', [note('a'), note('b')])).toMatchObject({ lost: expect.any(Number) })
    expect(
      plan('Mien', [note('a'), note('b')]).edits.filter(
        (edit) => edit.type === 'stack' && edit.title === 'Avant' && edit.notes.length === 0,
      ),
    ).toEqual([])
  })

  test('[M45] a merge is done again with what is still there, and not at all without the note it went into', () => {
    const merge: WallEdit = { type: 'merge', into: 'a', notes: ['b', 'c'] }
    const again = (since: WallEdit[]) => planned([merge], since, 'redo').plan
    expect(again([{ type: 'remove', id: 'b' }])).toMatchObject({
      edits: [{ ...merge, notes: ['c'] }],
      lost: 1,
    })
    expect(again([{ type: 'remove', id: 'a' }])).toMatchObject({ edits: [], lost: 1 })
    expect(
      again([
        { type: 'remove', id: 'b' },
        { type: 'remove', id: 'c' },
      ]),
    ).toMatchObject({ edits: [], lost: 1 })
    expect(planned([merge], [{ type: 'remove', id: 'a' }]).plan.lost).toBe(1)
    expect(planned([merge]).plan.lost).toBe(0)
  })

  test('[M45] a note that came back meanwhile is not put back twice', () => {
    const shelve: WallEdit = { type: 'shelve', from: 'wall', notes: ['b'] }
    const deed = { edits: [shelve], notes: WALL, mine: [], titles: NO_TITLES }
    const plan = planOf(deed, 'undo', {
      notes: new Map(WALL.map((one) => [one.id, one])),
      titles: NO_TITLES,
      secretOf: () => ({}),
    })
    expect(plan.back).toEqual([])
  })

  test('what moves many notes is asked in parts that the server takes', () => {
    const wall = Array.from({ length: AT_ONCE_MAX + 1 }, (_, i) => note(`n${i}`))
    const notes = wall.map(({ id }) => ({ id, colour: 9 }))
    const paint = [
      { type: 'paint', notes: notes.slice(0, AT_ONCE_MAX) },
      { type: 'paint', notes: notes.slice(AT_ONCE_MAX) },
    ] as WallEdit[]
    const { plan, after } = planned(paint, [], 'undo', wall)
    expect(plan.edits.map((edit) => ('notes' in edit ? edit.notes?.length : 0))).toEqual([AT_ONCE_MAX, 1])
    expect(new Set(after.map((one) => one.colour))).toEqual(new Set([0]))
  })
})

describe('what was asked', () => {
  const seen = { notes: WALL, mine: [], titles: NO_TITLES }
  const edit = (n: number): WallEdit => ({ type: 'move', id: 'a', zone: `z${n}` })

  test('fifty deeds are kept, the last ones; a new one ends what could be done again', () => {
    const asked = createAsked()
    for (let n = 0; n < 51; n++) asked.getState().record([edit(n)], seen)
    const zones = asked.getState().past.map(({ edits: [first] }) => first && 'zone' in first && first.zone)
    expect([zones.length, zones[0], zones.at(-1)]).toEqual([50, 'z1', 'z50'])
    asked.setState({ future: asked.getState().past })
    asked.getState().record([edit(51)], seen)
    expect(asked.getState().future).toEqual([])
  })

  test('what was refused is forgotten, and nothing else', () => {
    const asked = createAsked()
    asked.getState().record([edit(1)], seen)
    const forget = asked.getState().record([edit(2)], seen)
    asked.getState().record([edit(3)], seen)
    forget()
    expect(asked.getState().past.map(({ edits }) => edits)).toEqual([[edit(1)], [edit(3)]])
  })
})

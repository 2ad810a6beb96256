import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { COMMAND_MAX_BYTES } from '../../../limits.ts'
import { addNote, readWall, stackNotes } from '../../../wall/model.ts'
import { WallEdit } from '../edits.ts'
import { applyGroups } from './apply.ts'
import { groupEdits, ungroupEdits } from './group-edits.ts'

const wallOf = (count: number): Y.Doc => {
  const doc = new Y.Doc()
  for (let i = 0; i < count; i++) addNote(doc, { id: `n${i}`, text: `note ${i}`, createdAt: i })
  return doc
}
const stacksOf = (doc: Y.Doc) => readWall(doc).stacks.map(({ id, notes }) => [id, ...notes])

describe('[M68] many stacks in one go', () => {
  test('are made and taken apart, each in one update', () => {
    const doc = wallOf(6)
    let updates = 0
    doc.on('update', () => {
      updates += 1
    })
    const [edit] = groupEdits([
      { stack: 's1', title: 'Un', notes: ['n0', 'n2', 'gone'] },
      { stack: 's2', title: 'Deux', notes: ['n1', 'n4'] },
    ])
    expect(edit && applyGroups(doc, edit)).toBe(true)
    expect([stacksOf(doc), updates]).toEqual([
      [
        ['s1', 'n0', 'n2'],
        ['s2', 'n1', 'n4'],
      ],
      1,
    ])
    // Sent again over a bad network, it changes nothing.
    expect(edit && applyGroups(doc, edit)).toBe(true)
    expect(updates).toBe(1)
    const [undo] = ungroupEdits(['s1', 's2'])
    expect(undo && applyGroups(doc, undo)).toBe(true)
    expect([stacksOf(doc), updates]).toEqual([[], 2])
  })

  test('take no note out of a stack that somebody made; with nothing left to stack, nothing is done', () => {
    const doc = wallOf(3)
    stackNotes(doc, { id: 'theirs', notes: ['n0', 'n1'] })
    const [edit] = groupEdits([{ stack: 's1', title: '', notes: ['n0', 'n1'] }])
    expect(edit && applyGroups(doc, edit)).toBe(false)
    expect(stacksOf(doc)).toEqual([['theirs', 'n0', 'n1']])
  })

  test('of any size are edits that a command can carry, and lose no note', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 1_500 }), { minLength: 1, maxLength: 130 })
    fc.assert(
      fc.property(sizes, (counts) => {
        const groups = counts.map((count, g) => ({
          stack: `stack-${g}`.padEnd(36, '-'),
          title: 'é'.repeat(80),
          notes: Array.from({ length: count }, (_, i) => `${g}-${i}`.padEnd(36, '-')),
        }))
        const edits = groupEdits(groups)
        for (const edit of edits) {
          expect(JSON.stringify(edit).length).toBeLessThan(COMMAND_MAX_BYTES - 2_000)
          expect(WallEdit.safeParse(edit).success).toBe(true)
        }
        const sent = edits.flatMap((edit) => edit.stacks)
        for (const { stack, notes } of groups)
          expect(sent.filter((one) => one.stack === stack).flatMap((one) => one.notes)).toEqual(notes)
      }),
      { numRuns: 4 },
    )
    expect(groupEdits([])).toEqual([])
    expect(groupEdits([{ stack: 's', title: '', notes: ['a', 'b'] }])).toHaveLength(1)
  })
})

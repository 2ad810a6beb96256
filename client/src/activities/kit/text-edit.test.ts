import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { editBetween, movedBy } from './text-edit.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀', '😁', '👩‍🌾') })
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

describe('the edit between two texts', () => {
  test('leads from one to the other, wherever the caret is, and never cuts an emoji', () => {
    fc.assert(
      fc.property(text, text, fc.nat({ max: 40 }), (before, after, caret) => {
        const edit = editBetween(before, after, Math.min(caret, after.length))
        expect(edit === null).toBe(after === before)
        if (edit === null) return
        const kept = before.slice(edit.index + edit.remove)
        expect(before.slice(0, edit.index) + edit.insert + kept).toBe(after)
        for (const part of [edit.insert, kept, before.slice(0, edit.index)]) expect(part).not.toMatch(LONE)
      }),
    )
  })

  test('the caret tells which of equal letters was typed', () => {
    expect(editBetween('aaa', 'aaaa', 1)).toEqual({ index: 1, remove: 0, insert: 'a' })
    expect(editBetween('aaa', 'aaaa', 4)).toEqual({ index: 3, remove: 0, insert: 'a' })
  })
})

describe('a place in the text', () => {
  test('stays before the same letter when others write and delete', () => {
    fc.assert(
      fc.property(text, text, fc.nat({ max: 40 }), (before, after, place) => {
        const doc = new Y.Doc()
        const shared = doc.getText('text')
        shared.insert(0, before)
        const start = Math.min(place, before.length)
        let moved = start
        shared.observe(({ delta }) => {
          moved = movedBy(delta, moved)
        })
        const edit = editBetween(before, after)
        if (edit)
          doc.transact(() => {
            shared.delete(edit.index, edit.remove)
            shared.insert(edit.index, edit.insert)
          })
        const { index = 0, remove = 0, insert = '' } = edit ?? {}
        if (start <= index) expect(moved).toBe(start)
        else if (start > index + remove || remove === 0) expect(moved).toBe(start - remove + insert.length)
        else {
          expect(moved).toBeGreaterThanOrEqual(index)
          expect(moved).toBeLessThanOrEqual(index + insert.length)
        }
      }),
    )
  })
})

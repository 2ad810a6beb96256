// @vitest-environment node
import { firstNote, notesOf, orderAt, type WallItem, type WallNote } from '@escale/shared'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filterNotes, groupNotes, NO_FILTERS } from './arrange-list.ts'

const note = (i: number, text: string, more: Partial<WallNote> = {}): WallNote => ({
  ...{ id: `n${i}`, order: orderAt(i), text, author: '', colour: i % 3, zone: 'z1', createdAt: i, stack: '' },
  ...{ at: {}, picture: '', drawing: '', values: {}, seal: '' },
  ...more,
})
const TRAITS = { zoneOf: (one: WallNote) => one.zone, signature: (one: WallNote) => one.author }

test('[M40] the filter ignores capitals, accents and the order of words', () => {
  const notes = [note(0, 'Été à la ferme'), note(1, 'Hiver'), note(2, 'la FERME en ete', { author: 'Zoé' })]
  const found = (text: string) => filterNotes(notes, { ...NO_FILTERS, text }, TRAITS).map((one) => one.id)
  expect(found('ferme ÉTÉ')).toEqual(['n0', 'n2'])
  expect(found('zoe')).toEqual(['n2'])
  expect(found('  ')).toEqual(['n0', 'n1', 'n2'])
  expect(filterNotes(notes, { ...NO_FILTERS, colour: 1 }, TRAITS).map((one) => one.id)).toEqual(['n1'])
})

test('[M40] whatever it is sorted by, every note is there once, under one heading', () => {
  const some = fc.array(fc.constantFrom('', 'x', 'y'), { maxLength: 30 })
  fc.assert(
    fc.property(some, (stacks) => {
      const notes = stacks.map((stack, i) => note(i, 't', { stack }))
      const groups = groupNotes(
        { notes, stacks: [] },
        {
          ...{ id: 'stack', label: '', compare: (a, b) => b.createdAt - a.createdAt },
          ...{ heading: ({ stack }) => ({ id: stack, title: stack }), headings: ['y'] },
        },
        'fr',
      )
      expect(groups.flatMap(({ items }) => items).length).toBe(notes.length)
      expect(groups.map((group) => group.heading?.id)).toEqual(
        (['y', 'x', ''] as const).filter((id) => stacks.includes(id)),
      )
      for (const { heading, items } of groups)
        expect(items.flatMap(notesOf).map((one) => one.createdAt)).toEqual(
          notes
            .filter((one) => one.stack === heading?.id)
            .map((one) => one.createdAt)
            .reverse(),
        )
    }),
  )
})

test('[M40] whatever it is sorted by, a stack is one thing: its notes follow one another, by what it has as a whole', () => {
  const held = fc.array(fc.constantFrom('', 's', 't'), { maxLength: 20 })
  const weights = fc.dictionary(fc.constantFrom('s', 't', 'n0', 'n1', 'n2', 'n3'), fc.nat({ max: 3 }))
  fc.assert(
    fc.property(held, weights, (inside, dots) => {
      const notes = inside.map((stack, i) => note(i, 't', { stack }))
      const stacks = ['s', 't'].flatMap((id) => {
        const mine = notes.filter((one) => one.stack === id).map((one) => one.id)
        return mine.length > 0 ? [{ id, title: id, notes: mine }] : []
      })
      const weight = (item: WallItem) => dots[item.id] ?? 0
      const key = {
        id: 'votes',
        label: '',
        compareItems: (a: WallItem, b: WallItem) => weight(b) - weight(a),
      }
      const items = groupNotes({ notes, stacks }, key, 'fr').flatMap((group) => group.items)
      expect(
        items
          .flatMap(notesOf)
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(notes.map(({ id }) => id).toSorted())
      expect(
        items
          .filter(({ stack }) => typeof stack === 'object')
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(stacks.map(({ id }) => id).toSorted())
      expect(items.map(weight)).toEqual(items.map(weight).toSorted((a, b) => b - a))
      // By what its first note has, where it has nothing of its own.
      const byTime = groupNotes(
        { notes, stacks },
        { id: 'time', label: '', compare: (a, b) => b.createdAt - a.createdAt },
        'fr',
      ).flatMap((group) => group.items)
      const times = byTime.map((item) => firstNote(item).createdAt)
      expect(times).toEqual(times.toSorted((a, b) => b - a))
    }),
  )
})

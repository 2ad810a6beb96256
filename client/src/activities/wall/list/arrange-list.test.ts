// @vitest-environment node
import { orderAt, type WallNote } from '@escale/shared'
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
        notes,
        {
          ...{ id: 'stack', label: '', compare: (a, b) => b.createdAt - a.createdAt },
          ...{ heading: ({ stack }) => ({ id: stack, title: stack }), headings: ['y'] },
        },
        'fr',
      )
      expect(groups.flatMap((group) => group.notes).length).toBe(notes.length)
      expect(groups.map((group) => group.heading?.id)).toEqual(
        (['y', 'x', ''] as const).filter((id) => stacks.includes(id)),
      )
      for (const { heading, notes: inside } of groups)
        expect(inside.map((one) => one.createdAt)).toEqual(
          notes
            .filter((one) => one.stack === heading?.id)
            .map((one) => one.createdAt)
            .reverse(),
        )
    }),
  )
})

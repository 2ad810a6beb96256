import { expect, test } from 'vitest'
import { type FileContents, harvestFileName, nameInPlan } from './file-name.ts'

const LONG = 'Les collaborathons pour réinventer un après autrement et ensemble dans tous les territoires'
const file = (change: Partial<FileContents>): string =>
  harvestFileName({
    ...{ language: 'fr', day: '2020-04-24', title: LONG, alone: null },
    ...{ use: 'picture', shape: 'slide', names: false },
    ...change,
  })

test('[H11] no two files of a session have one name, however long its title is', () => {
  const plan = [
    { id: 'a', title: `${LONG} un` },
    { id: 'b', title: 'Mur' },
    { id: 'c', title: 'mur !' },
    { id: 'd', title: '壁' },
    { id: 'e', title: '' },
  ]
  const names = [null, 'b', 'c', 'd', 'e'].flatMap((id) =>
    (['slide', 'poster'] as const).flatMap((shape) =>
      [true, false].map((named) =>
        file({ alone: id === null ? null : nameInPlan(plan, id), shape, names: named }),
      ),
    ),
  )
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  for (const name of names) expect(name.length).toBeLessThanOrEqual(60)
})

test('[H11] a file is called after what is in it, its day, and its shape, in the language of the session', () => {
  expect(file({ title: 'Visio du 24 avril' })).toBe('recolte-2020-04-24-visio-du-24-avril-diapositive')
  expect(file({ alone: 'intentions', shape: 'poster', names: true })).toBe(
    'recolte-2020-04-24-intentions-affiche-avec-les-noms',
  )
  expect(file({ title: '壁', use: 'file' })).toBe('recolte-2020-04-24')
  expect(file({ language: 'en', alone: 'hopes' })).toBe('harvest-2020-04-24-hopes-slide')
})

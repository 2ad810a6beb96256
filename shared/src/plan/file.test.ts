import { expect, test } from 'vitest'
import { kinds } from '../activities/registry.ts'
import { blankWorkshop } from '../templates/templates.ts'
import { exportWorkshop, importWorkshop } from './file.ts'
import { picturesOf } from './pictures.ts'
import type { Activity, Workshop } from './workshop.ts'

const slide = (id: string, picture: string | null): Activity => ({
  id,
  kind: 'slide',
  title: id,
  instructions: '',
  privateNote: '',
  durationMs: 60_000,
  durationProposed: false,
  definition: {
    ...(kinds.slide.defaults.definition as object),
    picture: picture === null ? null : { picture, alt: 'Un pont', credit: 'Ada' },
  },
})
const workshop: Workshop = {
  ...blankWorkshop('fr'),
  plan: [slide('a', 'p1'), slide('b', null), slide('c', 'p2'), slide('d', 'p1')],
}
const read = (raw: unknown) => {
  let n = 0
  const outcome = importWorkshop(kinds, JSON.parse(JSON.stringify(raw)), () => `new-${n++}`)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

test('[D16] the pictures of a plan come along under new ids, each once', () => {
  const {
    workshop: got,
    pictures,
    missing,
  } = read(
    exportWorkshop(workshop, [
      { id: 'p1', data: 'AAAA' },
      { id: 'p2', data: 'BBBB' },
      { id: 'nobody-shows-it', data: 'CCCC' },
    ]),
  )
  expect(picturesOf(kinds, workshop)).toEqual(['p1', 'p2'])
  expect(pictures.map((p) => p.data)).toEqual(['AAAA', 'BBBB'])
  expect(picturesOf(kinds, got)).toEqual(pictures.map((p) => p.id))
  expect(pictures.map((p) => p.id.startsWith('new-'))).toEqual([true, true])
  expect(got.plan[3]?.definition).toEqual(got.plan[0]?.definition)
  expect(missing).toBe(0)
})

test('[D16] a picture that the file does not carry is counted and taken out; the rest is kept', () => {
  const { workshop: got, pictures, missing } = read(exportWorkshop(workshop, [{ id: 'p2', data: 'BBBB' }]))
  expect(missing).toBe(1)
  expect(picturesOf(kinds, got)).toEqual([pictures[0]?.id])
  expect(got.plan.map((a) => a.title)).toEqual(['a', 'b', 'c', 'd'])
  expect(got.plan[0]?.definition).toMatchObject({ picture: null })
})

test('[D16] a file from before pictures is read as ever', () => {
  expect(read(exportWorkshop({ ...workshop, plan: [slide('b', null)] }))).toMatchObject({
    pictures: [],
    missing: 0,
  })
})

test.each([[7], [[{ id: 'a/../b', data: '' }]], [[{ id: 'p1', data: 7 }]], [{ p1: 'AAAA' }]])(
  '[D9] pictures that are none are refused: %j',
  (pictures) => {
    expect(importWorkshop(kinds, { ...exportWorkshop(workshop), pictures }, () => 'x')).toEqual({
      ok: false,
      refusal: 'invalid',
    })
  },
)

import { addNote, decodeDrawing, encodeDrawing, kinds, readWall, type Viewer } from '@escale/shared'
import { SHARED_WALL, type WallDefinition } from '@escale/shared/activities/wall'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { allLoaded } from '../../../testkit/all-loaded.ts'
import { Seat, somebody, Theatre } from '../../../testkit/KindTheatre.tsx'
import * as wallModule from '../index.ts'
import { drags } from './drags.ts'
import { pictureIn } from './picture-in.ts'

const AWA: Viewer = { id: 'awa', role: 'participant' }
const DRAWING = encodeDrawing([
  {
    pen: 1,
    points: [
      { x: 0, y: 0 },
      { x: 500, y: 300 },
    ],
  },
])

vi.setConfig({ testTimeout: 20_000 })
beforeEach(() => {
  localStorage.clear()
})

const loaded = () => allLoaded()
async function wallOf(...notes: readonly Parameters<typeof addNote>[1][]) {
  const theatre = new Theatre({
    kind: 'wall',
    definition: kinds.wall.defaults.definition as WallDefinition,
    durationMs: 60_000,
    people: [somebody('fac', 'facilitator', 1), somebody('awa', 'participant', 2)],
  })
  const doc = theatre.documents.open('the-activity', SHARED_WALL).state.doc
  for (const note of notes) addNote(doc, note)
  const { container } = render(
    <Seat theatre={theatre} module={wallModule} viewer={AWA} surface="Participant" />,
  )
  await loaded()
  return { view: within(container), notes: () => readWall(doc).notes }
}

test('[M58] an address on one’s own note can be followed, and is not inside the button that opens the note', async () => {
  const { view } = await wallOf({ id: 'n1', text: 'Voir www.exemple.fr', author: 'awa', createdAt: 1 })
  const [link] = view.getAllByRole('link', { name: /www\.exemple\.fr/ })
  expect(link).toHaveAttribute('href', 'https://www.exemple.fr/')
  expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  expect(link?.closest('button')).toBeNull()
  expect(
    view.getAllByRole('button', { name: /Modifier le post-it.*Voir www\.exemple\.fr$/ })[0],
  ).toBeVisible()
})

test('[M57] a picture or a drawing without words has a name, for whoever opens the note, too', async () => {
  const { view } = await wallOf(
    { id: 'n1', text: '', author: 'awa', createdAt: 1, picture: 'p1' },
    { id: 'n2', text: '', author: 'awa', createdAt: 2, drawing: DRAWING },
    { id: 'n3', text: 'Un pont', author: 'fac', createdAt: 3, picture: 'p2' },
  )
  const wall = within(view.getByRole('region', { name: 'Le mur' }))
  expect(wall.getByRole('img', { name: 'Image sans description' })).toBeVisible()
  expect(wall.getByRole('img', { name: 'Dessin' }).querySelector('path')).toHaveAttribute('d', 'M0 0L500 300')
  expect(wall.getByRole('img', { name: 'Image de ce post-it' })).toBeVisible()
  expect(wall.getByRole('button', { name: /Modifier le post-it.*image$/ })).toBeVisible()
  expect(wall.getByRole('button', { name: /Modifier le post-it.*dessin$/ })).toBeVisible()
})

test('[M56] somebody draws, takes a stroke back, clears and thinks better of it; what is on the sheet is on the note', async () => {
  const { view, notes } = await wallOf()
  fireEvent.click(view.getByRole('button', { name: 'Image ou dessin' }))
  await loaded()
  fireEvent.click(view.getByRole('button', { name: 'Dessin' }))
  const pad = within(screen.getByRole('dialog'))
  const sheet = pad.getByRole('img', { name: 'Feuille de dessin' })
  sheet.getBoundingClientRect = () => new DOMRect(0, 0, 500, 375)
  const stroke = (...spots: readonly (readonly [x: number, y: number])[]) => {
    for (const [i, [clientX, clientY]] of spots.entries())
      fireEvent(
        sheet,
        Object.assign(
          new MouseEvent(i === 0 ? 'pointerdown' : 'pointermove', { bubbles: true, clientX, clientY }),
          {
            pointerId: 1,
          },
        ),
      )
    fireEvent(sheet, Object.assign(new MouseEvent('pointerup', { bubbles: true }), { pointerId: 1 }))
  }
  stroke([10, 10], [60, 40])
  stroke([100, 100])
  fireEvent.click(pad.getByRole('button', { name: 'Défaire le dernier geste' }))
  fireEvent.click(pad.getByRole('radio', { name: 'Trait épais' }))
  stroke([0, 0], [500, 0])
  fireEvent.click(pad.getByRole('button', { name: 'Tout effacer' }))
  fireEvent.click(pad.getByRole('button', { name: 'Défaire le dernier geste' }))
  fireEvent.click(pad.getByRole('button', { name: 'Terminé' }))
  fireEvent.click(view.getByRole('button', { name: 'Coller' }))
  await act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())))
  const [note] = notes()
  expect(note?.text).toBe('')
  expect(decodeDrawing(note?.drawing ?? '')).toEqual([
    {
      pen: 1,
      points: [
        { x: 20, y: 20 },
        { x: 120, y: 80 },
      ],
    },
    {
      pen: 2,
      points: [
        { x: 0, y: 0 },
        { x: 1_000, y: 0 },
      ],
    },
  ])
})

test('[M48] wall-note-stroke: what one would draw can be written', async () => {
  const { view } = await wallOf()
  for (const { alternative } of drags)
    expect(view.getByRole(alternative.role, { name: alternative.name })).toBeEnabled()
})

test('emoji go where the caret is, with the keyboard', async () => {
  const { view } = await wallOf()
  const field = view.getByRole<HTMLTextAreaElement>('textbox', { name: 'Nouveau post-it' })
  fireEvent.change(field, { target: { value: 'oui non' } })
  fireEvent.click(view.getByRole('button', { name: 'Image ou dessin' }))
  await loaded()
  fireEvent.click(view.getByRole('button', { name: 'Emoji' }))
  const panel = within(view.getByRole('group', { name: 'Emoji' }))
  const keys = panel.getAllByRole('button')
  expect(document.activeElement).toBe(keys[0])
  fireEvent.keyDown(keys[0] as HTMLElement, { key: 'ArrowRight' })
  expect(document.activeElement).toBe(keys[1])
  field.setSelectionRange(3, 3)
  fireEvent.click(keys[1] as HTMLElement)
  expect(field).toHaveValue(`oui${keys[1]?.textContent} non`)
  fireEvent.keyDown(keys[1] as HTMLElement, { key: 'Escape' })
  expect(document.activeElement).toBe(field)
})

test('a picture is taken from what is pasted only where no words are beside it', () => {
  const file = new File(['x'], 'x.png', { type: 'image/png' })
  const data = (text: string, ...files: readonly File[]) =>
    ({ getData: () => text, files }) as unknown as DataTransfer
  expect(pictureIn(data('', file))).toBe(file)
  expect(pictureIn(data('mots', file))).toBeUndefined()
  expect(pictureIn(data('', new File(['<svg/>'], 'x.svg', { type: 'image/svg+xml' })))).toBeUndefined()
})

import { addNote, kinds, readNotes, type Viewer, wallTimeIn } from '@escale/shared'
import {
  CHECKPOINTS_MAX,
  HISTORY,
  readHistory,
  SHARED_WALL,
  SHELF,
  type WallDefinition,
} from '@escale/shared/activities/wall'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { allLoaded } from '../../../testkit/all-loaded.ts'
import { Seat, somebody, Theatre } from '../../../testkit/KindTheatre.tsx'
import { openDrawer } from '../../../testkit/open-drawer.ts'
import { PlaceContext } from '../../kit/place.ts'
import * as wallModule from '../index.ts'
import { lettersFor, mosaicOf } from './mosaic.ts'

const FAC: Viewer = { id: 'fac', role: 'facilitator' }
const SCREEN: Viewer = { id: null, role: 'screen' }
const T = Date.UTC(2020, 3, 24, 12)

vi.setConfig({ testTimeout: 20_000 })
afterEach(() => {
  vi.useRealTimers()
})

const theatreOf = () =>
  new Theatre({
    kind: 'wall',
    definition: kinds.wall.defaults.definition as WallDefinition,
    durationMs: 60_000,
    people: [somebody('fac', 'facilitator', 1), somebody('awa', 'participant', 2)],
  })
const docOf = (theatre: Theatre, name = SHARED_WALL) => theatre.documents.open('the-activity', name).state.doc
const seat = async (theatre: Theatre, viewer: Viewer, surface: 'Console' | 'Screen') => {
  const { container } = render(
    <Seat theatre={theatre} module={wallModule} viewer={viewer} surface={surface} />,
  )
  await allLoaded()
  return within(container)
}
const frame = () => act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())))
/** Roles are for the journey in a real browser to look at: jsdom takes seconds to find one among so many. */
const press = async (name: RegExp | string) => {
  fireEvent.click(screen.queryByLabelText(name) ?? screen.getByText(name))
  await frame()
}
const dialogNow = () => within(document.querySelector('dialog') as HTMLElement)
const texts = (theatre: Theatre, name = SHARED_WALL) =>
  readNotes(docOf(theatre, name)).map((note) => note.text)

async function openHistory(theatre: Theatre) {
  const view = await seat(theatre, FAC, 'Console')
  await openDrawer(view, 'Historique')
  await frame()
  return view
}

describe('the history in the console', () => {
  test('[S26] tells hours in the session’s time, not the device’s', async () => {
    const theatre = theatreOf()
    // No place of a whole hour, and so nobody’s who runs the tests.
    const place = { language: 'fr', timeZone: 'Asia/Kathmandu' } as const
    const { container } = render(
      <PlaceContext value={place}>
        <Seat theatre={theatre} module={wallModule} viewer={FAC} surface="Console" />
      </PlaceContext>,
    )
    await allLoaded()
    await openDrawer(within(container), 'Historique')
    await frame()
    const before = Date.now()
    await press('Garder le mur tel qu’il est')
    fireEvent.change(screen.getByLabelText('Nom'), { target: { value: 'Avant le tri' } })
    await press('Garder')
    const hours = [before, Date.now()].map((at) => wallTimeIn(place.timeZone, at).slice(-5))
    const [told = ''] = /\d\d:\d\d/.exec(screen.getByLabelText('Points de retour').textContent ?? '') ?? []
    expect(hours).toContain(told)
  })

  test('[M50] [M51] the wall is kept under a name, seen as it was, gone back to after being told what happens, and that is undone', async () => {
    const theatre = theatreOf()
    addNote(docOf(theatre), { id: 'a', text: 'premier', author: 'awa', createdAt: T })
    const view = await openHistory(theatre)
    await press('Garder le mur tel qu’il est')
    fireEvent.change(screen.getByLabelText('Nom'), { target: { value: 'Avant le tri' } })
    await press('Garder')
    expect(view.getByLabelText('Points de retour').textContent).toContain('Avant le tri')
    act(() => addNote(docOf(theatre), { id: 'b', text: 'second', author: 'awa', createdAt: T + 1 }))
    await frame()

    await press(/Voir «.Avant le tri/)
    const dialog = dialogNow()
    expect(dialog.getByText('1 post-it écrit depuis va parmi les écartés.')).toBeTruthy()
    expect(dialog.queryByText('second')).toBeNull()
    expect(dialog.getByText('premier')).toBeTruthy()
    await press('Revenir à ce point')
    expect([texts(theatre), texts(theatre, SHELF)]).toEqual([['premier'], ['second']])
    expect(view.getByText(/Le mur est revenu à/)).toBeTruthy()

    await press('Défaire le retour')
    expect([texts(theatre), texts(theatre, SHELF)]).toEqual([['premier', 'second'], []])
  })

  test('[M50] a full list says so before anything is asked; deleting asks first', async () => {
    const theatre = theatreOf()
    for (let n = 0; n < CHECKPOINTS_MAX; n++)
      theatre.write(FAC, { type: 'checkpoint', id: `k${n}`, title: `point ${n}` })
    const view = await openHistory(theatre)
    expect(view.getByText(/on ne peut pas en garder plus/)).toBeTruthy()
    expect(view.getByText('Garder le mur tel qu’il est')).toHaveProperty('disabled', true)
    await press(/Supprimer «.point 3.»/)
    fireEvent.click(dialogNow().getByText('Supprimer'))
    await frame()
    expect(readHistory(docOf(theatre, HISTORY))).toHaveLength(CHECKPOINTS_MAX - 1)
    expect(view.queryByText(/on ne peut pas en garder plus/)).toBeNull()
  })

  test('of those made by themselves only the last are kept', async () => {
    const theatre = theatreOf()
    theatre.write(FAC, { type: 'checkpoint', id: 'k', title: 'point' })
    for (let n = 0; n < 6; n++) theatre.write(FAC, { type: 'restore', id: 'k', before: `auto${n}` })
    await openHistory(theatre)
    await press(/Voir «.point.»/)
    await press('Revenir à ce point')
    await frame()
    const left = readHistory(docOf(theatre, HISTORY))
    expect(left.filter((one) => one.isAutomatic)).toHaveLength(5)
    expect(left.some((one) => one.id === 'k')).toBe(true)
  })
})

describe('the film on the screen', () => {
  const here = (container: ParentNode) => container.querySelectorAll('[data-here]').length
  async function play(notes: number) {
    vi.useFakeTimers({ now: T + 3_600_000 })
    const theatre = theatreOf()
    for (let i = 0; i < notes; i++)
      addNote(docOf(theatre), { id: `n${i}`, text: `note ${i}`, createdAt: T + i * 1_000 })
    const { container } = render(
      <Seat theatre={theatre} module={wallModule} viewer={SCREEN} surface="Screen" />,
    )
    await allLoaded()
    return { theatre, container, pass: (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms)) }
  }

  test('[M54] notes appear one after the other, the newest to be read; it ends on the wall as it is', async () => {
    const { theatre, container, pass } = await play(10)
    act(() => void theatre.act(FAC, { type: 'film', ms: 20_000 }))
    await pass(100)
    expect([here(container), container.querySelectorAll('li[data-note]').length]).toEqual([0, 10])
    await pass(9_000)
    const half = here(container)
    expect(half).toBeGreaterThan(2)
    expect(half).toBeLessThan(8)
    await pass(9_500)
    expect(here(container)).toBe(10)
    const progress = Number(within(container).getByRole('progressbar').getAttribute('aria-valuenow'))
    expect(progress).toBeGreaterThanOrEqual(90)
    expect(progress).toBeLessThan(100)
    await pass(3_000)
    expect(container.querySelector('li[data-note]')).toBeNull()
    expect(within(container).getByText('note 9')).toBeTruthy()
  })

  test('[M54] a screen that comes late joins in the middle, and stopping shows the wall at once', async () => {
    const { theatre, container, pass } = await play(10)
    act(() => void theatre.act(FAC, { type: 'film', ms: 20_000 }))
    await pass(12_000)
    const late = render(<Seat theatre={theatre} module={wallModule} viewer={SCREEN} surface="Screen" />)
    await pass(50)
    expect(here(late.container)).toBe(here(container))
    act(() => void theatre.act(FAC, { type: 'film', ms: null }))
    await pass(50)
    expect(container.querySelector('li[data-note]')).toBeNull()
  })

  test.each(['canvas', 'matrix'] as const)(
    '[M54] on a board (%s) each note appears where it stands',
    async (layout) => {
      const { theatre, container, pass } = await play(10)
      act(() => void theatre.act(FAC, { type: 'set', settings: { layout } }))
      act(() => void theatre.act(FAC, { type: 'film', ms: 20_000 }))
      await pass(9_000)
      expect(container.querySelectorAll('li[data-note]')).toHaveLength(10)
      expect(here(container)).toBeGreaterThan(2)
      expect(here(container)).toBeLessThan(8)
    },
  )
})

test('tiles are as large as leaves room for all of them', () => {
  for (const most of [1, 2, 7, 60, 700, 2_000, 10_000])
    for (const space of [
      { width: 1_800, height: 800 },
      { width: 500, height: 900 },
      { width: 900, height: 60 },
    ]) {
      const { columns, width, height, gap } = mosaicOf(most, space, 300)
      expect(columns * width + (columns - 1) * gap).toBeLessThanOrEqual(space.width + 0.01)
      expect(Math.ceil(most / columns) * (height + gap) - gap).toBeLessThanOrEqual(space.height + 0.01)
    }
  expect(mosaicOf(2_000, { width: 1_800, height: 800 }, 300).width).toBeGreaterThan(20)
  expect(lettersFor(500, { width: 24, height: 17 }, 10)).toBeNull()
  expect(lettersFor(5, { width: 300, height: 210 }, 10)).toBeGreaterThan(20)
})

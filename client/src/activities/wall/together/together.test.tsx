import { type Company, kinds, type Signal, type Viewer } from '@escale/shared'
import type { WallDefinition } from '@escale/shared/activities/wall'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CompanyLine, createCompanyStore, withNews } from '../../../stores/company-store.ts'
import { allLoaded } from '../../../testkit/all-loaded.ts'
import { Seat, somebody, Theatre } from '../../../testkit/KindTheatre.tsx'
import { CompanyContext } from '../../kit/company.ts'
import type { Look, ViewportControl } from '../board/viewport.ts'
import * as wallModule from '../index.ts'
import { Cursors } from './Cursors.tsx'
import { CursorsToggle } from './CursorsToggle.tsx'
import { ControlHolder } from './control-holder.ts'
import { useFollow } from './use-follow.ts'
import { useLead } from './use-lead.ts'

const ACTIVITY = 'the-activity'
const AWA: Viewer = { id: 'awa', role: 'participant' }
const FAC: Viewer = { id: 'fac', role: 'facilitator' }

/** A line on which the test is the server. */
class Line implements CompanyLine {
  readonly store = createCompanyStore()
  readonly said: Signal[] = []
  readonly signal = (signal: Signal) => void this.said.push(signal)
  readonly onApplause = () => () => undefined
  tell(news: Omit<Company, 'activity'>): void {
    act(() => this.store.setState((state) => withNews(state, { activity: ACTIVITY, ...news })))
  }
}

/** A board that remembers where it was led. */
class Board implements ViewportControl {
  seen: Look = { x: 0, y: 0, width: 100, height: 50 }
  readonly shown: Look[] = []
  readonly #listeners = new Set<(by: 'me' | 'program') => void>()
  readonly look = () => this.seen
  readonly subscribe = (changed: (by: 'me' | 'program') => void) => {
    this.#listeners.add(changed)
    return () => void this.#listeners.delete(changed)
  }
  readonly show = (look: Look) => {
    this.shown.push(look)
    this.moved('program')
  }
  moved(by: 'me' | 'program'): void {
    for (const listener of [...this.#listeners]) listener(by)
  }
}

let line: Line
beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  line = new Line()
  // Nothing moves; the page is no narrower than it is.
  vi.stubGlobal('matchMedia', (media: string) => ({ matches: media.includes('reduced-motion'), media }))
})
// Files share a page: what is planted is taken away again.
afterEach(() => vi.unstubAllGlobals())

async function seat(viewer: Viewer, surface: 'Participant' | 'Console') {
  const theatre = new Theatre({
    kind: 'wall',
    definition: kinds.wall.defaults.definition as WallDefinition,
    durationMs: 60_000,
    people: [somebody('fac', 'facilitator', 1), somebody('awa', 'participant', 2)],
  })
  const { container } = render(
    <CompanyContext value={line}>
      <Seat theatre={theatre} module={wallModule} viewer={viewer} surface={surface} />
    </CompanyContext>,
  )
  await allLoaded()
  return within(container)
}

describe('who writes', () => {
  test('[M71] is said by whoever types, now and then and without a word of it', async () => {
    const view = await seat(AWA, 'Participant')
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    for (const value of ['u', 'un', 'un s', 'un secret']) fireEvent.input(field, { target: { value } })
    expect(line.said).toEqual([{ type: 'writing', activity: ACTIVITY }])
  })

  test('[M70] [M71] is told in numbers, or by name, the others only', async () => {
    const view = await seat(AWA, 'Participant')
    line.tell({ attendance: { here: 143, writing: 3, writers: [] } })
    expect(view.getByText('143 au mur')).toBeVisible()
    expect(view.getByText('3 personnes écrivent…')).toBeVisible()
    line.tell({ attendance: { here: 3, writing: 3, writers: ['awa', 'bob', 'eve'] } })
    expect(view.getByText('Bob et Eve écrivent…')).toBeVisible()
    line.tell({ attendance: { here: 9, writing: 6, writers: ['bob', 'eve', 'zoe', 'ida', 'leo'] } })
    expect(view.getByText('Bob, Eve, Zoe et 2 autres écrivent…')).toBeVisible()
    line.tell({ attendance: { here: 1, writing: 1, writers: ['awa'] } })
    expect(view.queryByText(/écri(t|vent)…/)).toBeNull()
  })

  test('[M71] I am not told that I write myself', async () => {
    const view = await seat(AWA, 'Participant')
    fireEvent.input(view.getByRole('textbox', { name: 'Nouveau post-it' }), { target: { value: 'x' } })
    line.tell({ attendance: { here: 2, writing: 1, writers: [] } })
    expect(view.queryByText(/écrit…/)).toBeNull()
  })
})

describe('leading', () => {
  function Leader({ board }: { readonly board: Board }) {
    const lead = useLead(ACTIVITY, { current: null }, board)
    return (
      <>
        <p>{`${lead.mode ?? 'no'} ${lead.isOther ? 'other' : ''}`}</p>
        <button type="button" onClick={() => lead.start('bring')}>
          start
        </button>
      </>
    )
  }
  const leader = (board: Board) =>
    render(
      <CompanyContext value={line}>
        <Leader board={board} />
      </CompanyContext>,
    )

  test('[M73] a look is told once the server lets one lead, and again when one moves', () => {
    vi.useFakeTimers()
    const board = new Board()
    leader(board)
    line.tell({ cursor: 1, guide: null })
    fireEvent.click(screen.getByText('start'))
    const begun = line.said[0] as Extract<Signal, { type: 'guide' }>
    expect(begun).toMatchObject({ type: 'guide', mode: 'bring' })
    expect(screen.getByText('no')).toBeVisible()
    line.tell({ guide: { turn: begun.turn, mode: 'bring', look: null } })
    expect(screen.getByText('bring')).toBeVisible()
    expect(line.said.at(-1)).toEqual({ type: 'look', activity: ACTIVITY, look: { area: board.seen } })
    for (let x = 1; x < 20; x++) {
      board.seen = { ...board.seen, x }
      board.moved('me')
    }
    act(() => void vi.advanceTimersByTime(1_000))
    expect(line.said.at(-1)).toMatchObject({ look: { area: { x: 19 } } })
    expect(line.said.length).toBeLessThanOrEqual(4)
    vi.useRealTimers()
  })

  test('[M74] after a server that was away one leads on; after somebody took over one does not', () => {
    leader(new Board())
    line.tell({ cursor: 1, guide: null })
    fireEvent.click(screen.getByText('start'))
    const { turn } = line.said[0] as Extract<Signal, { type: 'guide' }>
    line.tell({ guide: { turn, mode: 'bring', look: null } })
    line.tell({ cursor: 2, guide: null })
    expect(line.said.at(-1)).toMatchObject({ type: 'guide', turn })
    line.tell({ guide: { turn, mode: 'bring', look: null } })
    line.tell({ guide: { turn: 'of-another', mode: 'bring', look: null } })
    expect(screen.getByText('no other')).toBeVisible()
    line.tell({ cursor: 3, guide: null })
    expect(line.said.filter(({ type }) => type === 'guide')).toHaveLength(2)
  })

  test('[M73] the console has it, and participants have no such button', async () => {
    const view = await seat(FAC, 'Console')
    fireEvent.click(view.getByRole('button', { name: 'Amener tout le monde ici' }))
    expect(line.said).toMatchObject([{ type: 'guide', mode: 'bring' }])
    line.tell({ guide: { turn: 'other', mode: 'bring', look: null } })
    expect(view.getByText('Une autre personne guide en ce moment.')).toBeVisible()
    expect(view.getByRole('button', { name: 'Rejoindre' })).toBeVisible()
    const phone = await seat(AWA, 'Participant')
    expect(phone.queryByRole('button', { name: 'Amener tout le monde ici' })).toBeNull()
  })
})

describe('following', () => {
  function Follower({ holder }: { readonly holder: ControlHolder }) {
    const { isFollowing, follow, letGo } = useFollow(ACTIVITY, { current: document.body }, holder.read())
    return (
      <>
        <input aria-label="field" defaultValue="" />
        <p>{isFollowing ? 'follows' : 'free'}</p>
        <button type="button" onClick={isFollowing ? letGo : follow}>
          change
        </button>
      </>
    )
  }
  const follower = (board: Board | null) => {
    const holder = new ControlHolder()
    holder.current = board
    render(
      <CompanyContext value={line}>
        <Follower holder={holder} />
      </CompanyContext>,
    )
  }
  const look = (x: number) => ({ area: { x, y: 0, width: 10, height: 10 } })

  test('[M74] who is brought goes along, lets go by moving, and goes along again when they wish or in another turn', () => {
    const board = new Board()
    follower(board)
    line.tell({ guide: { turn: 't1', mode: 'bring', look: look(1) } })
    line.tell({ guide: { turn: 't1', mode: 'bring', look: look(2) } })
    expect(board.shown.map(({ x }) => x)).toEqual([1, 2])
    act(() => board.moved('me'))
    line.tell({ guide: { turn: 't1', mode: 'bring', look: look(3) } })
    expect(board.shown).toHaveLength(2)
    fireEvent.click(screen.getByText('change'))
    expect(board.shown.at(-1)?.x).toBe(3)
    fireEvent.click(screen.getByText('change'))
    line.tell({ guide: { turn: 't2', mode: 'bring', look: look(4) } })
    expect(board.shown.at(-1)?.x).toBe(4)
    line.tell({ guide: null })
    expect(screen.getByText('free')).toBeVisible()
  })

  test('[M74] an offer moves nobody who does not take it', () => {
    const board = new Board()
    follower(board)
    line.tell({ guide: { turn: 't1', mode: 'offer', look: look(1) } })
    expect(board.shown).toEqual([])
    fireEvent.click(screen.getByText('change'))
    expect(board.shown).toHaveLength(1)
  })

  test('[M74] nobody is led away from what they are writing', () => {
    const board = new Board()
    follower(board)
    const field = screen.getByLabelText<HTMLInputElement>('field')
    fireEvent.change(field, { target: { value: 'une idée' } })
    field.focus()
    line.tell({ guide: { turn: 't1', mode: 'bring', look: look(1) } })
    expect(screen.getByText('free')).toBeVisible()
    expect(field).toHaveFocus()
  })

  test('[M74] in a list a wheel, a finger or a key lets go, and typing does not', () => {
    follower(null)
    const own = [
      () => fireEvent.wheel(document.body),
      () => fireEvent.touchMove(document.body),
      () => fireEvent.keyDown(document.body, { key: 'PageDown' }),
    ]
    own.forEach((move, index) => {
      line.tell({ guide: { turn: `t${index}`, mode: 'bring', look: { item: 'n1', above: 0 } } })
      fireEvent.keyDown(screen.getByLabelText('field'), { key: 'ArrowDown' })
      expect(screen.getByText('follows')).toBeVisible()
      move()
      expect(screen.getByText('free')).toBeVisible()
    })
  })
})

test('[M75] others’ cursors are shown where the board is, with a name if there is one, and can be put away', () => {
  const board = new Board()
  render(
    <CompanyContext value={line}>
      <Cursors
        activity={ACTIVITY}
        toScreen={({ x, y }) => ({ x: x * 2 - board.seen.x, y: y * 2 })}
        subscribe={board.subscribe}
        nameOf={(id) => id.toUpperCase()}
      />
      <CursorsToggle />
    </CompanyContext>,
  )
  line.tell({
    cursor: 7,
    cursors: [
      { key: 7, x: 1, y: 1 },
      { key: 8, x: 5, y: 6, person: 'bob' },
      { key: 9, x: 0, y: 0 },
    ],
  })
  const mark = screen.getByText('BOB').parentElement
  expect(mark?.style.transform).toBe('translate(10px, 12px)')
  expect(mark?.parentElement?.children).toHaveLength(2)
  board.seen = { ...board.seen, x: 4 }
  board.moved('me')
  expect(mark?.style.transform).toBe('translate(6px, 12px)')
  fireEvent.click(screen.getByRole('button', { name: 'Curseurs des autres' }))
  expect(screen.queryByText('BOB')).toBeNull()
})

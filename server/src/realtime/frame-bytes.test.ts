/** How much a console of two hundred people is sent while they talk: bytes, not time. */
import {
  type Command,
  defaultSettings,
  type Frame,
  initialState,
  type KindId,
  kinds,
  type Viewer,
} from '@escale/shared'
import type { RoundTableView } from '@escale/shared/activities/round-table'
import { expect, test } from 'vitest'
import { TestClock } from '../testkit/test-clock.ts'
import { linkVisio } from '../visio/link/link.ts'
import { type Draft, decide } from './decide.ts'
import { Frames } from './frames.ts'

const PEOPLE = 200
/** What a console of two hundred may be sent while they do what they do in a minute. */
const CONSOLE_MAX_BYTES = 500_000

/** A running activity with two hundred people, and a console whose frames are weighed. */
function consoleOf(kind: KindId) {
  const clock = new TestClock()
  const activity = {
    ...{ id: 'only', kind, title: 'Ensemble', instructions: '', privateNote: '', durationProposed: false },
    ...{ durationMs: 30 * 60_000, definition: kinds[kind].defaults.definition },
  }
  const workshop = { settings: { ...defaultSettings('Visio', 'fr'), capacity: 300 }, plan: [activity] }
  let draft: Draft = {
    state: initialState({ createdAt: clock.now(), seed: 's', workshop }),
    identities: new Map(),
  }
  const source = {
    get state() {
      return draft.state
    },
    get identities() {
      return draft.identities
    },
  }
  const got: Frame[] = []
  const frames = new Frames(kinds, linkVisio, source, clock, (_room, frame) => void got.push(frame))
  const command = (given: Command, actor: string | null, name?: string) => {
    const identity =
      name === undefined || !('person' in given)
        ? {}
        : { identity: { person: String(given.person), set: { name, organisation: '', territory: '' } } }
    const decided = decide(kinds, draft, { actor, commandId: null, command: given, ...identity }, clock.now())
    if (!decided.ok) throw new Error(`${JSON.stringify(given)}: ${decided.refusal}`)
    draft = decided.value
  }
  const ids = Array.from({ length: PEOPLE }, (_, i) => `participant-${String(i).padStart(3, '0')}-0123456789`)
  command({ type: 'joined', person: 'claire', role: 'facilitator' }, null, 'Claire')
  for (const [i, person] of ids.entries())
    command({ type: 'joined', person, role: 'participant' }, null, `Prénom Composé ${i}`)
  command({ type: 'go', activity: 'only' }, 'claire')
  const viewer: Viewer = { id: 'claire', role: 'facilitator' }
  frames.add({
    viewer: () => viewer,
    takesChanges: true,
    send: (frame) => got.push(frame),
    enter: () => undefined,
  })
  const bytes = () => got.reduce((sum, frame) => sum + Buffer.byteLength(JSON.stringify(frame)), 0)
  return {
    ids,
    /** As the server tells: each alone, in the worst case. */
    act: (actor: string, action: unknown) => {
      command({ type: 'act', activity: 'only', action } as Command, actor)
      clock.advance(100)
      frames.flush(true)
    },
    wait: (ms: number) => clock.advance(ms),
    view: () => {
      const fresh: Frame[] = []
      const one = {
        ...{ viewer: () => viewer, takesChanges: false, enter: () => undefined },
        send: (frame: Frame) => fresh.push(frame),
      }
      frames.add(one)
      frames.remove(one)
      return fresh[0]?.activity?.view as RoundTableView | undefined
    },
    bytes,
    /** From now on. */
    weigh: () => {
      const before = bytes()
      const sent = got.length
      return () => ({ bytes: bytes() - before, frames: got.length - sent })
    },
  }
}

test('[P30] two hundred check in and speak in turn in their groups', () => {
  const { act, view, weigh, bytes } = consoleOf('round-table')
  const whole = bytes()
  act('claire', { type: 'propose', choice: view()?.console?.choice, repair: 'smaller', redraw: false })
  act('claire', { type: 'launch' })
  const groups = view()?.console?.groups ?? []
  expect(groups.length).toBeGreaterThan(15)
  const weight = weigh()
  for (const { key, seats } of groups)
    for (const { person } of seats) act(person, { type: 'check-in', group: key, person })
  for (const { key, seats } of groups) {
    act(seats[0]?.person ?? '', { type: 'begin', group: key })
    const speakers = [0, 1, 2].map(() => {
      const speaker = view()?.console?.groups.find((group) => group.key === key)?.turn?.person ?? ''
      act(speaker, { type: 'done', group: key, speaker })
      return speaker
    })
    expect(new Set(speakers).size).toBe(3)
  }
  const { frames, bytes: sent } = weight()
  expect(frames).toBeGreaterThan(PEOPLE + 3 * groups.length)
  expect(sent).toBeLessThan(CONSOLE_MAX_BYTES)
  // What was sent of each before: that the bound is one.
  expect(frames * whole).toBeGreaterThan(5 * CONSOLE_MAX_BYTES)
})

test('[P30] two hundred raise their hands to read, and are heard', () => {
  const { act, ids, wait, weigh } = consoleOf('word-rally')
  wait(31 * 60_000)
  const weight = weigh()
  for (const person of ids) act(person, { type: 'raise' })
  for (const person of ids.slice(0, 10)) {
    act('claire', { type: 'call', person })
    act('claire', { type: 'end' })
  }
  expect(weight().bytes).toBeLessThan(CONSOLE_MAX_BYTES)
})

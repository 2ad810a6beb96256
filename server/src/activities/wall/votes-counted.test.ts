/** What the server makes of ballots, and what becomes of them: docs/adr/0011-what-becomes-of-ballots.md. */
import { addNote, type Person, stackNotes } from '@escale/shared'
import {
  ballotPage,
  likesPage,
  type Round,
  readLikeCounts,
  readRound,
  SHARED_WALL,
  USUAL_VOTE,
  VOTES,
} from '@escale/shared/activities/wall'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MemoryStore } from '../../store/memory/memory-store.ts'
import { Documents } from '../../sync/documents.ts'
import { followVotes } from './votes.ts'

const AT = { session: 's', activity: 'w1' }
const person = (id: string): Person => ({
  ...{ id, role: 'participant', rank: 1, away: false, removed: false, hasDevice: true },
})
const PEOPLE = ['ann', 'bob', 'eve'].map(person)

const round = (settings: Partial<Round['settings']> = {}, more: Partial<Round> = {}): Round => ({
  id: 'round-0001'.replace('-', '_'),
  settings: { ...USUAL_VOTE, ...settings },
  startedAt: 0,
  until: null,
  status: 'open',
  ...more,
})

let store: MemoryStore
let documents: Documents
beforeEach(async () => {
  store = new MemoryStore()
  await store.createSession({
    id: AT.session,
    code: 'AAAABBBB',
    genesis: { createdAt: 0, seed: 's', workshop: { settings: {}, plan: [] } as never },
    endedAt: null,
  })
  documents = new Documents(
    store,
    () => undefined,
    () => 0,
  )
  await documents.write(AT, [SHARED_WALL], (doc) => {
    for (const id of ['n1', 'n2', 'n3'])
      addNote(doc(SHARED_WALL), {
        id,
        text: id,
        author: '',
        colour: 0,
        zone: id === 'n3' ? 'z' : '',
        createdAt: 1,
      })
  })
})
afterEach(() => documents.stop())

const put = (page: string, map: string, entries: Readonly<Record<string, unknown>>) =>
  documents.write(AT, [page], (doc) => {
    for (const [key, value] of Object.entries(entries)) doc(page).getMap(map).set(key, value)
  })
const vote = (of: Round, who: string, dots: Readonly<Record<string, number>>) =>
  put(ballotPage(of, who), 'dots', dots)
const like = (who: string, ...notes: string[]) =>
  put(likesPage(who), 'notes', Object.fromEntries(notes.map((id) => [id, true])))

interface Now {
  readonly elapsed?: number
  readonly ended?: boolean
  readonly people?: readonly Person[]
  readonly likes?: boolean
}
const readNow = (name: string) => documents.read(AT.session, AT.activity, name)
const follow = (
  rounds: readonly Round[],
  { elapsed = 0, ended = false, people = PEOPLE, likes = false }: Now = {},
  read = readNow,
) =>
  followVotes({
    ...AT,
    definition: {},
    state: { votes: { rounds, shown: true, likes } },
    elapsed,
    people,
    ended,
    documents: {
      names: () => documents.names(AT.session, AT.activity),
      read,
      write: (name, change) => documents.write(AT, [name], (doc) => change(doc(name))),
      settled: () => documents.settled(AT),
      forget: (names) => documents.forget(AT, names),
    },
  })

async function told(id: string) {
  const doc = await documents.read(AT.session, AT.activity, VOTES)
  if (doc === undefined) return undefined
  const { voted, final, totals, voters } = readRound(doc, id)
  return {
    voted,
    final,
    totals: totals && Object.fromEntries([...totals].toSorted()),
    voters: Object.fromEntries(voters),
  }
}
const names = async () => (await documents.names(AT.session, AT.activity)).toSorted()

describe('a secret vote', () => {
  const secret = round()

  test('[M34] is counted once: who comes second, from before it was counted, does not count what is gone', async () => {
    const closed = round({}, { status: 'closed', until: 0 })
    await vote(closed, 'ann', { n1: 2 })
    await follow([closed])
    const counted = await told(closed.id)
    expect(counted).toMatchObject({ voted: 1, final: true, totals: { n1: 2 } })
    let isFirst = true
    await follow([closed], {}, async (name) => {
      const isStale = name === VOTES && isFirst
      if (isStale) isFirst = false
      return isStale ? undefined : readNow(name)
    })
    expect(await told(closed.id)).toEqual(counted)
  })

  test('[M81] of a vote for stacks, what is on a stack counts for it, and what is on a note inside for nothing', async () => {
    await documents.write(AT, [SHARED_WALL], (doc) =>
      stackNotes(doc(SHARED_WALL), { id: 's', title: 'Outils', notes: ['n1', 'n2'] }),
    )
    const closed = round({ stacks: true }, { status: 'closed' })
    await vote(closed, 'ann', { 'stack.s': 2, n3: 1 })
    await vote(closed, 'bob', { n1: 1, 'stack.gone': 1, 'stack.s': 1 })
    await follow([closed])
    expect(await told(closed.id)).toMatchObject({ voted: 2, totals: { 'stack.s': 3, n3: 1 } })
    // Of one for notes, the other way round.
    const notes = round({}, { id: 'round_0002', status: 'closed' })
    await vote(notes, 'bob', { n1: 1, 'stack.s': 1 })
    await follow([closed, notes])
    expect(await told(notes.id)).toMatchObject({ voted: 1, totals: { n1: 1 } })
  })

  test('while it runs it is told how many have voted, and no ballot is gone', async () => {
    await vote(secret, 'ann', { n1: 2 })
    await vote(secret, 'bob', { n2: 1 })
    expect(await follow([secret])).toBeUndefined()
    expect(await told(secret.id)).toEqual({ voted: 2, final: false, totals: null, voters: {} })
    expect(await names()).toContain(ballotPage(secret, 'ann'))
    expect(await names()).toContain(ballotPage(secret, 'bob'))
  })

  test('closed, all that was accepted counts, the last ballots too; then they are gone, and nobody is named', async () => {
    await vote(secret, 'ann', { n1: 2 })
    await follow([secret])
    // Accepted, and not committed yet when the vote is closed.
    const last = vote(secret, 'eve', { n1: 1, n2: 1 })
    await follow([{ ...secret, status: 'closed' }])
    await last
    expect(await told(secret.id)).toEqual({ voted: 2, final: true, totals: { n1: 3, n2: 1 }, voters: {} })
    expect(await names()).toEqual([VOTES, SHARED_WALL].toSorted())
  })

  test('counted once: called again, without its ballots, its tally stays as it is', async () => {
    await vote(secret, 'ann', { n1: 2 })
    const closed = { ...secret, status: 'closed' as const }
    await follow([closed])
    const before = await told(secret.id)
    expect(before?.totals).toEqual({ n1: 2 })
    for (const now of [{}, { ended: true }, { people: [] }, { likes: true }]) {
      await follow([closed], now)
      expect(await told(secret.id)).toEqual(before)
    }
  })

  test('its time over, or the session, it is counted as if it had been closed', async () => {
    const timed = round({}, { until: 10_000 })
    await vote(timed, 'ann', { n1: 1 })
    expect(await follow([timed], { elapsed: 9_999 })).toBe(10_000)
    expect(await told(timed.id)).toMatchObject({ final: false, totals: null })
    expect(await follow([timed], { elapsed: 10_000 })).toBeUndefined()
    expect(await told(timed.id)).toMatchObject({ final: true, totals: { n1: 1 } })
    const other = round({}, { id: 'round_0002' })
    await vote(other, 'bob', { n2: 1 })
    await follow([{ ...timed, status: 'closed' }, other], { ended: true })
    expect(await told(other.id)).toMatchObject({ final: true, totals: { n2: 1 } })
  })

  test('told live, its totals are told while it runs, and its voters never', async () => {
    const live = round({ live: true })
    await vote(live, 'ann', { n1: 2 })
    await follow([live])
    expect(await told(live.id)).toEqual({ voted: 1, final: false, totals: { n1: 2 }, voters: {} })
  })

  test('given up, its ballots are gone and nothing is told', async () => {
    await vote(secret, 'ann', { n1: 2 })
    await follow([secret])
    await follow([{ ...secret, status: 'cancelled' }])
    expect(await names()).not.toContain(ballotPage(secret, 'ann'))
    expect(await told(secret.id)).toMatchObject({ final: false, totals: null })
  })
})

describe('a signed vote', () => {
  const signed = round({ secret: false })

  test('closed, it says who voted for what, and keeps its ballots: it may be opened again', async () => {
    await vote(signed, 'ann', { n1: 2 })
    await follow([signed])
    expect(await told(signed.id)).toEqual({ voted: 1, final: false, totals: null, voters: {} })
    await follow([{ ...signed, status: 'closed' }])
    expect(await told(signed.id)).toEqual({
      voted: 1,
      final: true,
      totals: { n1: 2 },
      voters: { n1: { ann: 2 } },
    })
    expect(await names()).toContain(ballotPage(signed, 'ann'))
    await vote(signed, 'bob', { n2: 1 })
    await follow([signed])
    expect(await told(signed.id)).toEqual({ voted: 2, final: false, totals: null, voters: {} })
  })

  test('once another vote has begun, its ballots are gone and its result stays', async () => {
    await vote(signed, 'ann', { n1: 2 })
    const closed = { ...signed, status: 'closed' as const }
    await follow([closed])
    const before = await told(signed.id)
    await follow([closed, round({}, { id: 'round_0002' })])
    expect(await names()).not.toContain(ballotPage(signed, 'ann'))
    expect(await told(signed.id)).toEqual(before)
  })
})

describe('what counts', () => {
  const secret = round()
  const closed = { ...secret, status: 'closed' as const }

  test('ballots of people who are there, of this vote, and of its kind', async () => {
    await vote(secret, 'ann', { n1: 1 })
    await vote(secret, 'gone', { n1: 3 })
    await vote(round({ secret: false }), 'bob', { n1: 3 })
    await vote(round({}, { id: 'round_0009' }), 'eve', { n1: 3 })
    await follow([closed])
    expect(await told(secret.id)).toMatchObject({ voted: 1, totals: { n1: 1 } })
    expect(await names()).toEqual([VOTES, SHARED_WALL].toSorted())
  })

  test('dots on notes that are on the wall and may receive them', async () => {
    const zoned = round({ zones: ['z'] }, { status: 'closed' })
    await vote(zoned, 'ann', { n1: 1, n3: 1, nowhere: 1 })
    await follow([zoned])
    expect(await told(zoned.id)).toMatchObject({ voted: 1, totals: { n3: 1 } })
  })

  test('a vote that is not the last and was never counted is counted now', async () => {
    await vote(secret, 'ann', { n1: 1 })
    await follow([{ ...secret, until: 5 }, round({}, { id: 'round_0002' })], { elapsed: 10 })
    expect(await told(secret.id)).toMatchObject({ final: true, totals: { n1: 1 } })
  })

  test('without a vote and without likes nothing is written', async () => {
    expect(await follow([])).toBeUndefined()
    expect(await names()).toEqual([SHARED_WALL])
  })
})

describe('likes', () => {
  const counts = async () => {
    const doc = await documents.read(AT.session, AT.activity, VOTES)
    return doc && Object.fromEntries([...readLikeCounts(doc)].toSorted())
  }

  test('[M38] each person counts once for a note that is there; who is gone does not', async () => {
    await like('ann', 'n1', 'n2', 'nowhere')
    await like('bob', 'n1')
    await like('gone', 'n1')
    await follow([], { likes: true })
    expect(await counts()).toEqual({ n1: 2, n2: 1 })
  })

  test('not allowed, they are not counted', async () => {
    await like('ann', 'n1')
    await follow([round()])
    expect(await counts()).toEqual({})
  })

  test('whoever liked two notes that are one now likes it once', async () => {
    await documents.write(AT, [SHARED_WALL], (doc) => {
      const notes = doc(SHARED_WALL).getMap('notes')
      notes.delete('n2')
      addNote(doc(SHARED_WALL), { id: 'n4', text: 'n4', author: '', colour: 0, zone: '', createdAt: 1 })
      ;(notes.get('n4') as { set(key: string, value: unknown): void }).set('merged', ['n2', 'n1'])
    })
    await like('ann', 'n2', 'n4')
    await like('bob', 'n2')
    await follow([], { likes: true })
    expect(await counts()).toEqual({ n4: 2 })
  })
})

import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import * as z from 'zod/mini'
import { defineKind } from '../activities/kit/kind.ts'
import { seal } from '../activities/kit/seal.ts'
import { refuse } from '../outcome.ts'
import type { Identities } from '../people/person.ts'
import type { SessionState } from '../session/state.ts'
import { initialState } from '../session/state.ts'
import { tallyWorkshop } from '../testkit/tally.ts'
import type { HarvestBlock } from './blocks.ts'
import { collectHarvest, type HarvestRequest } from './collect.ts'
import { exportHarvest, HarvestFile } from './file.ts'

/** Leaves behind whatever its definition says, and the text of its document. */
const echo = defineKind<{ blocks: HarvestBlock[] }, object, never, null>({
  id: 'tally',
  version: 1,
  definition: z.object({ blocks: z.array(z.custom<HarvestBlock>()) }),
  state: z.object({}),
  action: z.never(),
  defaults: { definition: { blocks: [] }, durationMs: 60_000 },
  initial: () => ({}),
  phases: () => [{ id: 'open', ms: null }],
  reduce: () => refuse('invalid'),
  audience: () => 'all',
  view: () => null,
  harvest: ({ definition, document, documentNames }) => [
    ...definition.blocks,
    ...documentNames.map((name) => ({
      type: 'markdown' as const,
      text: document(name)?.getText('t').toString() ?? '',
    })),
  ],
})

const NOTES: HarvestBlock = {
  type: 'notes',
  zones: [
    {
      title: 'Zone',
      notes: [
        { id: 'n1', text: 'relier', colour: 0, author: 'zoe' },
        { id: 'n2', text: 'sans nom', colour: 1, author: 'anonyme' },
        { id: 'n3', text: 'oser', colour: 2, author: 'exclu' },
      ],
    },
  ],
}
const STORIES: HarvestBlock = {
  type: 'stories',
  words: ['lien'],
  stories: [{ text: 'Il était', author: 'zoe' }],
}
const GROUPS: HarvestBlock = {
  type: 'groups',
  groups: [{ title: '1', people: ['zoe', 'anonyme'], text: 'page' }],
}

const person = (id: string, rank: number, extra: Partial<SessionState['people'][string]> = {}) => ({
  [id]: { id, role: 'participant' as const, rank, away: false, removed: false, hasDevice: true, ...extra },
})

const identities: Identities = new Map(
  [
    ['claire', 'Claire'],
    ['zoe', 'Zoé'],
    ['anonyme', ''],
    ['exclu', 'Exclu'],
  ].map(([id = '', name = '']) => [id, { name, organisation: 'Orga', territory: 'Terri' }]),
)

function session(blocks: Readonly<Record<string, readonly HarvestBlock[]>>): SessionState {
  const ids = Object.keys(blocks)
  const workshop = tallyWorkshop(...ids)
  const state = initialState({ createdAt: 1_000, seed: 's', workshop })
  return {
    ...state,
    status: 'running',
    current: ids.at(-1) ?? null,
    workshop: {
      ...workshop,
      plan: workshop.plan.map((a) => ({ ...a, privateNote: 'SECRET', definition: { blocks: blocks[a.id] } })),
    },
    people: {
      ...person('claire', 1, { role: 'facilitator' }),
      ...person('zoe', 2),
      ...person('anonyme', 3),
      ...person('exclu', 4, { removed: true }),
    },
    runs: Object.fromEntries(
      ids
        .filter((id) => !id.startsWith('later'))
        .map((id, i) => [
          id,
          {
            run: { startedAt: 5_000 + i, pauses: [], adjustments: [] },
            seed: 's',
            kindVersion: 1,
            state: {},
          },
        ]),
    ),
  }
}

const collect = (state: SessionState, request: Partial<HarvestRequest> = {}) =>
  collectHarvest({
    kinds: { tally: seal(echo) },
    state,
    identities,
    documents: { names: () => [], read: () => undefined },
    now: 9_000,
    reader: 'driver',
    names: false,
    activity: null,
    ...request,
  })

describe('the récolte', () => {
  test('[H1] holds what was started, in the order of the plan, also while the session goes on', () => {
    const harvest = collect(session({ b: [STORIES], later: [NOTES], a: [NOTES] }))
    expect(harvest.sections.map((s) => s.activity)).toEqual(['b', 'a'])
    expect(harvest).toMatchObject({ ended: false, sessionAt: 5_000, madeAt: 9_000, participants: 2 })
  })

  test('[H2] an activity with nothing to show is left out', () => {
    const empty: HarvestBlock = { type: 'notes', zones: [{ title: 'Zone', notes: [] }] }
    expect(
      collect(session({ a: [empty], b: [], c: [{ type: 'heading', text: 'seul' }], d: [GROUPS] })).sections,
    ).toHaveLength(1)
  })

  test('[H3] without names it carries no name and no id of a person', () => {
    const json = JSON.stringify(collect(session({ a: [NOTES, STORIES, GROUPS] })))
    for (const told of ['Zoé', 'Claire', 'Exclu', '"zoe"', '"anonyme"', 'Orga', 'Terri'])
      expect(json).not.toContain(told)
  })

  test('[H3] with names it names those who gave one and are still here, and nobody else', () => {
    const harvest = collect(session({ a: [NOTES, STORIES, GROUPS] }), { names: true })
    expect(harvest.names).toEqual({ claire: 'Claire', zoe: 'Zoé' })
    expect(harvest.people).toEqual(['zoe'])
    const [notes, stories, groups] = harvest.sections[0]?.blocks ?? []
    expect(notes).toMatchObject({
      zones: [{ notes: [{ author: 'zoe' }, { author: null }, { author: null }] }],
    })
    expect(stories).toMatchObject({ stories: [{ author: 'zoe' }] })
    expect(groups).toMatchObject({ groups: [{ people: ['zoe'] }] })
  })

  test('[H4] what is running is not told to participants before it is over', () => {
    const state = session({ a: [NOTES], b: [GROUPS] })
    const other = (s: SessionState) => collect(s, { reader: 'other' }).sections.map((x) => x.activity)
    expect(other(state)).toEqual(['a'])
    expect(other({ ...state, current: 'a' })).toEqual(['b'])
    expect(other({ ...state, status: 'ended' })).toEqual(['a', 'b'])
  })

  test('[H5] no private note of the facilitators is in it', () => {
    expect(JSON.stringify(collect(session({ a: [NOTES] }), { names: true }))).not.toContain('SECRET')
  })

  test('reads the documents that a kind asks for', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'écrit ensemble')
    const { sections } = collect(session({ a: [] }), {
      documents: { names: () => ['page'], read: () => doc },
    })
    expect(sections[0]?.blocks).toEqual([{ type: 'markdown', text: 'écrit ensemble' }])
  })

  test('can be had for one activity', () => {
    expect(collect(session({ a: [NOTES], b: [STORIES] }), { activity: 'b' }).sections).toHaveLength(1)
  })

  test('[H8] a harvest file is what its schema says', () => {
    const harvest = collect(session({ a: [NOTES, STORIES, GROUPS] }), { names: true })
    const read = HarvestFile.parse(JSON.parse(JSON.stringify(exportHarvest(harvest))))
    expect(read).toMatchObject({ version: 1, sessionAt: '1970-01-01T00:00:05.000Z', participants: 2 })
    expect(read.sections[0]?.blocks).toEqual(harvest.sections[0]?.blocks)
  })
})

test('[X3] in the récolte namesakes are told apart', () => {
  const twice: Identities = new Map([
    ['claire', { name: 'Camille', organisation: '', territory: 'Littoral' }],
    ['zoe', { name: 'Camille', organisation: '', territory: 'Bocage' }],
  ])
  const { names } = collect(session({ a: [NOTES] }), { names: true, identities: twice })
  expect(names).toEqual({ claire: 'Camille · Littoral', zoe: 'Camille · Bocage' })
})

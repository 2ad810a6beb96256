/**
 * A session in which each notion bears a word of its own, and how one knows it again where it comes out: what the tests need
 * that walk the table of docs/spec/meaning.md.
 */
import * as Y from 'yjs'
import { kinds } from '../activities/registry.ts'
import { PAGE_TEXT } from '../activities/round-table/page.ts'
import { Table } from '../activities/round-table/table.testkit.ts'
import { PLAIN_WALL, type WallDefinition } from '../activities/wall/definition.ts'
import { SHARED_WALL } from '../activities/wall/documents.ts'
import { wall } from '../activities/wall/kind.ts'
import { people } from '../activities/wall/people.testkit.ts'
import type { WallState } from '../activities/wall/state.ts'
import { applyGroups } from '../activities/wall/themes/apply.ts'
import { VOTES, writeLikeCounts, writeRound } from '../activities/wall/voting/documents.ts'
import type { Round } from '../activities/wall/voting/round.ts'
import { USUAL_VOTE } from '../activities/wall/voting/rules.ts'
import type { Harvest } from '../harvest/blocks.ts'
import { collectHarvest } from '../harvest/collect.ts'
import { initialState, type SessionState } from '../session/state.ts'
import { addNote, stackNotes } from '../wall/model.ts'
import { testSettings } from './tally.ts'

/** What each notion is known by, where it comes out by name; in the file for programs by its field. */
export const NOTION_MARKS: Readonly<
  Record<string, { readonly shown: readonly string[]; readonly json?: RegExp }>
> = {
  question: { shown: ['Quaestio', 'Rogatio'] },
  zone: { shown: ['Zonaria'] },
  stack: { shown: ['Acervus'] },
  theme: { shown: ['Thematica'] },
  category: { shown: ['Categoria'] },
  dimension: { shown: ['Mensura', 'Grandissima'] },
  group: { shown: ['Groupe 2', 'Paginula'], json: /"title": ?"2",[^{]*"text": ?"Paginula/ },
  vote: { shown: ['997'] },
  'series of rounds': { shown: ['vote 2'], json: /"round": ?2/ },
  heart: { shown: ['733'] },
}

export const MEANING_WALL: WallDefinition = {
  ...PLAIN_WALL,
  prompt: 'Quaestio',
  zones: [
    { id: 'z', title: 'Zonaria' },
    { id: 'y', title: 'Ailleurs' },
  ],
  categories: [
    { colour: 4, label: 'Categoria' },
    { colour: 2, label: 'Autre' },
  ],
  dimensions: [{ type: 'tag', id: 'd', label: 'Mensura', tags: ['Grandissima', 'petite'] }],
}

/** The notes of the wall: one alone that has all that a note may have, two in a stack, two in a theme. */
export function writeMeaning(doc: Y.Doc): void {
  for (const [i, id] of ['n1', 'n2', 'n3', 'n4', 'n5'].entries())
    addNote(doc, {
      id,
      text: `texte ${id}`,
      zone: 'z',
      colour: 4,
      createdAt: i + 1,
      values: { d: 'Grandissima' },
    })
  stackNotes(doc, { id: 's', title: 'Acervus', notes: ['n2', 'n3'] })
  applyGroups(doc, { type: 'group', stacks: [{ stack: 't', title: 'Thematica', notes: ['n4', 'n5'] }] })
}

export const MEANING_ROUNDS: readonly Round[] = ['round001', 'round002'].map((id) => ({
  id,
  settings: USUAL_VOTE,
  startedAt: 0,
  until: null,
  status: 'closed',
}))

/** What two votes came to, and how many like a note. */
export function writeMeaningVotes(doc: Y.Doc): void {
  for (const { id } of MEANING_ROUNDS)
    writeRound(doc, id, { voted: 400, final: true, totals: new Map([['n1', 997]]), voters: new Map() })
  writeLikeCounts(doc, new Map([['n1', 733]]))
}

function documents(): ReadonlyMap<string, Y.Doc> {
  const [shared, votes, page] = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  writeMeaning(shared)
  writeMeaningVotes(votes)
  page.getText(PAGE_TEXT).insert(0, 'Paginula')
  return new Map([
    [`wall/${SHARED_WALL}`, shared],
    [`wall/${VOTES}`, votes],
    ['table/notes-g2', page],
  ])
}

function session(): SessionState {
  const table = new Table(20, { question: 'Rogatio' }).open()
  const setting = { definition: MEANING_WALL, durationMs: 60_000, seed: 's', people }
  const voted: WallState = {
    ...wall.initial(setting),
    votes: { rounds: [...MEANING_ROUNDS], shown: false, likes: true },
  }
  const activity = (id: string, kind: string, definition: unknown) => ({
    ...{ id, kind, title: id, instructions: '', privateNote: '' },
    ...{ durationMs: 60_000, durationProposed: false, definition },
  })
  const workshop = {
    settings: testSettings,
    plan: [activity('wall', 'wall', MEANING_WALL), activity('table', 'round-table', table.definition)],
  }
  const run = (state: unknown, kindVersion: number) => ({
    run: { startedAt: 5_000, pauses: [], adjustments: [] },
    ...{ seed: 's', kindVersion, state },
  })
  return {
    ...initialState({ createdAt: 1_000, seed: 's', workshop }),
    status: 'ended',
    people: Object.fromEntries(table.people.map((person) => [person.id, person])),
    runs: { wall: run(voted, kinds.wall.version), table: run(table.state, kinds['round-table'].version) },
  }
}

/** Its récolte, as its facilitators read it. */
export function meaningHarvest(): Harvest {
  const held = documents()
  return collectHarvest({
    kinds,
    state: session(),
    identities: new Map(),
    documents: {
      names: (activity) =>
        [...held.keys()].flatMap((place) =>
          place.startsWith(`${activity}/`) ? [place.slice(activity.length + 1)] : [],
        ),
      read: (activity, name) => held.get(`${activity}/${name}`),
    },
    ...{ now: 9_000, reader: 'driver', names: false, activity: null },
  })
}

export interface MeaningCell {
  readonly notion: string
  readonly place: string
  readonly isThere: boolean
}

/** The cells of the table in docs/spec/meaning.md. @throws Error where a cell says neither yes nor no */
export function meaningCells(markdown: string): readonly MeaningCell[] {
  const [head = [], , ...rows] = markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  return rows.flatMap(([notion = '', ...cells]) =>
    cells.map((cell, i) => {
      if (cell !== 'yes' && cell !== '–') throw new Error(`${notion}, ${head[i + 1]}: ${cell}`)
      return { notion, place: head[i + 1] ?? '', isThere: cell === 'yes' }
    }),
  )
}

/** Walks the columns of screens in the table of docs/spec/meaning.md. */
import type { Viewer } from '@escale/shared'
import { SHARED_WALL, USUAL_VOTE, VOTES } from '@escale/shared/activities/wall'
import {
  MEANING_ROUNDS,
  MEANING_WALL,
  meaningCells,
  meaningHarvest,
  NOTION_MARKS,
  writeMeaning,
  writeMeaningVotes,
} from '@escale/shared/testkit'
import { fireEvent, render, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import table from '../../../../docs/spec/meaning.md?raw'
import { Reading } from '../../harvest/Reading.tsx'
import { allLoaded } from '../../testkit/all-loaded.ts'
import { Seat, somebody, Theatre } from '../../testkit/KindTheatre.tsx'
import * as wallModule from './index.ts'

vi.setConfig({ testTimeout: 20_000 })

const AWA: Viewer = { id: 'awa', role: 'participant' }
const FAC: Viewer = { id: 'fac', role: 'facilitator' }
const SCREEN: Viewer = { id: null, role: 'screen' }

function theatreOf(): Theatre {
  const theatre = new Theatre({
    kind: 'wall',
    definition: MEANING_WALL,
    durationMs: 60_000,
    people: [somebody('fac', 'facilitator', 1), somebody('awa', 'participant', 2)],
  })
  const doc = (name: string) => theatre.documents.open('the-activity', name).state.doc
  theatre.act(FAC, { type: 'likes', on: true })
  for (const { id } of MEANING_ROUNDS) {
    theatre.act(FAC, { type: 'vote-start', round: id, settings: USUAL_VOTE, ms: null })
    theatre.act(FAC, { type: 'vote-close', round: id })
  }
  theatre.act(FAC, { type: 'vote-show', on: false })
  writeMeaning(doc(SHARED_WALL))
  writeMeaningVotes(doc(VOTES))
  return theatre
}

async function seat(theatre: Theatre, viewer: Viewer, surface: 'Participant' | 'Screen') {
  const { container } = render(
    <Seat theatre={theatre} module={wallModule} viewer={viewer} surface={surface} />,
  )
  await allLoaded()
  return container
}

/** What somebody reads there. */
const shownIn: Readonly<Record<string, () => Promise<HTMLElement>>> = {
  vote: async () => {
    const theatre = theatreOf()
    const settings = { ...USUAL_VOTE, stacks: true }
    theatre.act(FAC, { type: 'vote-start', round: 'round003', settings, ms: null })
    return within(await seat(theatre, AWA, 'Participant')).getByRole('list', { name: 'Vos points' })
  },
  list: async () => {
    const container = await seat(theatreOf(), AWA, 'Participant')
    fireEvent.click(await within(container).findByRole('button', { name: 'Liste' }))
    await allLoaded()
    return container
  },
  screen: () => seat(theatreOf(), SCREEN, 'Screen'),
  reading: async () => {
    const theatre = theatreOf()
    theatre.act(FAC, { type: 'spotlight', note: 'n1' })
    return seat(theatre, SCREEN, 'Screen')
  },
  récolte: async () =>
    render(<Reading harvest={meaningHarvest()} timeZone="Europe/Paris" session="s" isDriver={false} />)
      .container,
}

/** What people wrote in it. */
const WRITTEN =
  /texte n\d|quaestio|rogatio|zonaria|ailleurs|acervus|thematica|categoria|autre|mensura|grandissima|paginula/i

/** Those texts that would be read from the side of what is around them. */
function astray(shown: HTMLElement): readonly string[] {
  const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    // The browser's own lists have no elements inside.
    if (WRITTEN.test(node.textContent ?? '') && !node.parentElement?.closest('bdi, [dir="auto"], option'))
      found.push(node.textContent ?? '')
  return found
}

const cells = meaningCells(table)

describe('[H15] what is said keeps its meaning', () => {
  test.each(Object.entries(shownIn))('%s: each notion comes out as the table says', async (place, shown) => {
    const text = ((await shown()).textContent ?? '').toLowerCase()
    const inColumn = cells.filter((cell) => cell.place === place)
    const found = (notion: string): boolean => {
      // One wall is played here; its question is the first of the two.
      const words = NOTION_MARKS[notion]?.shown ?? []
      const sought = place !== 'récolte' && notion === 'question' ? words.slice(0, 1) : words
      return sought.length > 0 && sought.every((word) => text.includes(word.toLowerCase()))
    }
    expect(inColumn.map(({ notion }) => [notion, found(notion)])).toEqual(
      inColumn.map(({ notion, isThere }) => [notion, isThere]),
    )
  })

  test.each(Object.entries(shownIn))(
    '[H16] %s: each text that people wrote is read from its own side',
    async (_, shown) => {
      const place = await shown()
      expect(place.textContent).toMatch(WRITTEN)
      expect(astray(place)).toEqual([])
    },
  )
})

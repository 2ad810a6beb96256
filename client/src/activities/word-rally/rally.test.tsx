import { kinds, type Viewer } from '@escale/shared'
import { act, fireEvent, render, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OwnSeat, Seat, somebody, Theatre } from '../../testkit/KindTheatre.tsx'
import { listen } from '../../testkit/listen.ts'
import * as wordRally from './index.ts'

const AWA: Viewer = { id: 'awa', role: 'participant' }
const BEN: Viewer = { id: 'ben', role: 'participant' }
const FAC: Viewer = { id: 'fac', role: 'facilitator' }
const SCREEN: Viewer = { id: null, role: 'screen' }
const FIVE_MIN = 300_000

// Several views at once, found by role as people find them: slow on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

let theatre: Theatre

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  theatre = new Theatre({
    kind: 'word-rally',
    definition: kinds['word-rally'].defaults.definition,
    durationMs: FIVE_MIN,
    people: [
      somebody('fac', 'facilitator', 1),
      somebody('awa', 'participant', 2),
      somebody('ben', 'participant', 3),
    ],
  })
})
afterEach(() => vi.useRealTimers())

/** Lets time pass and tells what the server would tell. */
const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms)
    theatre.tell()
  })
const seat = async (viewer: Viewer, surface: 'Participant' | 'Console' | 'Screen' = 'Participant') => {
  const { container } = render(
    <Seat theatre={theatre} module={wordRally} viewer={viewer} surface={surface} />,
  )
  // Console and screen arrive in a chunk of their own.
  await act(async () => {
    await vi.dynamicImportSettled()
  })
  return within(container)
}
type Seated = ReturnType<typeof within>
const labels = (at: Seated) =>
  at
    .getAllByRole('listitem')
    .map((item: HTMLElement) => item.textContent)
    .filter((text: string | null) => text !== '' && !text?.startsWith('encore'))
const click = (at: Seated, name: RegExp) =>
  act(async () => {
    fireEvent.click(at.getByRole('button', { name }))
  })
const write = (at: Seated, text: string) =>
  act(async () => {
    fireEvent.input(at.getByRole('textbox', { name: 'Votre histoire' }), { target: { value: text } })
  })

describe('the words', () => {
  test('[W5] a word that was told early waits for its instant, and then is there', async () => {
    const awa = await seat(AWA)
    expect(labels(awa)).toEqual(['fenêtre'])
    await pass(44_000)
    expect(theatre.stage(AWA).view).toMatchObject({ words: [{ word: 'fenêtre' }, { word: 'silence' }] })
    expect(labels(awa)).toEqual(['fenêtre'])
    await act(() => vi.advanceTimersByTimeAsync(999))
    expect(labels(awa)).toEqual(['fenêtre'])
    await act(() => vi.advanceTimersByTimeAsync(1))
    expect(labels(awa)).toEqual(['fenêtre', 'silence'])
    expect(document.body).toHaveTextContent('Nouveau mot : silence')
  })

  test('the first word is told when the rally begins under one’s eyes, and the end of writing when it ends', async () => {
    const { heard } = listen()
    await seat(AWA)
    expect(heard()).toEqual(['Nouveau mot\u00a0: fenêtre'])
    await pass(FIVE_MIN)
    expect(heard().filter((said) => said.includes('Le temps d’écriture est écoulé'))).toHaveLength(1)
  })

  test('[W5] who comes late sees at once the words that are out, and on a screen too', async () => {
    await pass(100_000)
    expect(labels(await seat(AWA))).toEqual(['fenêtre', 'silence', 'levain'])
    expect(labels(await seat(SCREEN, 'Screen'))).toEqual(['fenêtre', 'silence', 'levain'])
  })

  test('the facilitator sees what comes next, and when', async () => {
    await pass(30_000)
    const console = await seat(FAC, 'Console')
    expect(console.getByText('silence').closest('li')).toHaveTextContent('dans 0:15')
    expect(console.getByText('éclaircie').closest('li')).toHaveTextContent('3:45')
  })
})

describe('the story', () => {
  test('[W8] words are marked as one writes, in their inflexions', async () => {
    const awa = await seat(AWA)
    await write(awa, 'Les fenêtres s’ouvrent')
    expect(labels(awa)).toEqual(['fenêtre (déjà dans votre histoire)'])
    expect(awa.getByText('3 mots')).toBeInTheDocument()
    await write(awa, 'Les portes s’ouvrent')
    expect(labels(awa)).toEqual(['fenêtre'])
  })

  test('[W9] [W11] nobody else has the text; the facilitator learns that somebody writes', async () => {
    const awa = await seat(AWA)
    const console = await seat(FAC, 'Console')
    await write(awa, 'Mon secret')
    expect(console.getByText('1 personne écrit à l’écran')).toBeInTheDocument()
    expect(JSON.stringify([FAC, BEN, SCREEN].map((v) => theatre.stage(v).view))).not.toContain('secret')
  })

  test('[W12] on paper the words are big and there is no field; one can come back, and a reload remembers', async () => {
    const awa = await seat(AWA)
    await click(awa, /Je prends une feuille/)
    expect(awa.queryByRole('textbox')).toBeNull()
    expect(labels(awa)).toEqual(['fenêtre'])
    const reloaded = await seat(AWA)
    expect(reloaded.queryByRole('textbox')).toBeNull()
    expect((await seat(FAC, 'Console')).getByText('1 sur papier')).toBeInTheDocument()
    await click(awa, /Revenir à l’écran/)
    expect(awa.getByRole('textbox', { name: 'Votre histoire' })).toBeInTheDocument()
  })

  test('after zero the text stays, and can still be changed', async () => {
    const awa = await seat(AWA)
    await write(awa, 'Une phrase')
    await pass(FIVE_MIN)
    expect(awa.getByText(/votre texte reste là/)).toBeInTheDocument()
    await write(awa, 'Une phrase finie')
    expect(awa.getByRole('textbox', { name: 'Votre histoire' })).toHaveValue('Une phrase finie')
  })
})

describe('my texts', () => {
  test('[W27] [W20] once the rally is over its author goes on writing and chooses, and nobody else finds anything', async () => {
    const awa = await seat(AWA)
    await write(awa, 'Derrière la fenêtre')
    await pass(100_000)
    const again = async (viewer: Viewer) => {
      const { container } = render(<OwnSeat theatre={theatre} module={wordRally} viewer={viewer} />)
      await act(async () => {
        await vi.dynamicImportSettled()
      })
      return within(container)
    }
    expect((await again(BEN)).queryByRole('textbox')).toBeNull()
    const mine = await again(AWA)
    expect(mine.getByRole('textbox', { name: 'Votre histoire' })).toHaveValue('Derrière la fenêtre')
    expect(labels(mine)).toEqual(['fenêtre (déjà dans votre histoire)', 'silence', 'levain'])
    expect(mine.getByRole('radio', { name: /Non, je la garde/ })).toBeChecked()
    await act(async () => {
      fireEvent.click(mine.getByRole('radio', { name: /avec mon nom/ }))
    })
    expect(mine.getByRole('radio', { name: /avec mon nom/ })).toBeChecked()
    await write(mine, 'Derrière la fenêtre, rien')
    expect(mine.getByText(/la récolte garde l’ancien/)).toBeInTheDocument()
    expect(theatre.own(AWA)).toMatchObject({ kept: { text: 'Derrière la fenêtre', named: true } })
  })
})

describe('the sharing', () => {
  const sharing = async () => {
    const awa = await seat(AWA)
    const ben = await seat(BEN)
    const console = await seat(FAC, 'Console')
    const wall = await seat(SCREEN, 'Screen')
    await write(awa, 'Derrière la fenêtre, un levain')
    await pass(FIVE_MIN)
    return { awa, ben, console, wall }
  }

  test('[W13] [W14] [W15] hand, call, consent: shown to all only when she says so, and not after', async () => {
    const { awa, ben, console, wall } = await sharing()
    await click(awa, /Lever la main/)
    expect(awa.getByText(/c’est à vous juste après/)).toBeInTheDocument()
    await click(console, /Appeler Awa/)
    expect(awa.getByRole('heading', { name: /C’est à vous/ })).toBeInTheDocument()
    expect(ben.getByRole('heading', { name: 'Awa va lire son histoire' })).toBeInTheDocument()
    expect(wall.queryByText(/Derrière la fenêtre/)).toBeNull()
    await click(awa, /Montrer mon histoire/)
    for (const at of [ben, console, wall])
      expect(at.getByText('Derrière la fenêtre, un levain')).toBeInTheDocument()
    await write(awa, 'Derrière la fenêtre, un levain, et un secret')
    for (const at of [ben, console, wall]) expect(at.queryByText(/secret/)).toBeNull()
    await click(awa, /Ne plus l’afficher/)
    for (const at of [ben, console, wall]) expect(at.queryByText(/Derrière la fenêtre/)).toBeNull()
    await click(console, /Lecture terminée/)
    expect(awa.queryByRole('heading', { name: /C’est à vous/ })).toBeNull()
    expect(console.getByText(/1 sur 2 ou 3/)).toBeInTheDocument()
  })

  test('[W15] reading aloud shows nothing, and a blank page has nothing to show', async () => {
    const { ben, console } = await sharing()
    await click(ben, /Lever la main/)
    await click(console, /Appeler Ben/)
    expect(ben.queryByRole('button', { name: /Montrer/ })).toBeNull()
    await click(ben, /Lire à voix haute/)
    expect(console.getByText(/lit, rien n’est affiché/)).toBeInTheDocument()
  })

  test('[W13] who is called may still say no', async () => {
    const { awa, console } = await sharing()
    await click(awa, /Lever la main/)
    await click(console, /Appeler Awa/)
    await click(awa, /Finalement non/)
    expect(awa.getByRole('button', { name: /Lever la main/ })).toBeInTheDocument()
    expect(console.queryByText(/choisit comment lire/)).toBeNull()
  })

  test('when nobody dares the facilitator gets a sentence to say', async () => {
    const { console } = await sharing()
    expect(console.queryByText(/une phrase, une seule/)).toBeNull()
    await pass(31_000)
    expect(console.getByText(/une phrase, une seule/)).toBeInTheDocument()
  })

  test('[W20] everybody chooses what goes into the récolte, and may take it back', async () => {
    const { awa, ben, console } = await sharing()
    expect(awa.getByRole('radio', { name: /Non, je la garde/ })).toBeChecked()
    expect(ben.getByRole('radio', { name: /sans mon nom/ })).toBeDisabled()
    const choose = (name: RegExp) =>
      act(async () => {
        fireEvent.click(awa.getByRole('radio', { name }))
      })
    await choose(/sans mon nom/)
    expect(awa.getByRole('radio', { name: /sans mon nom/ })).toBeChecked()
    expect(console.getByText('1 histoire sera dans la récolte')).toBeInTheDocument()
    await write(awa, 'Autre chose')
    expect(awa.getByText(/la récolte garde l’ancien/)).toBeInTheDocument()
    await choose(/Non, je la garde/)
    expect(console.getByText('0 histoire sera dans la récolte')).toBeInTheDocument()
  })
})

import { kinds, type Viewer } from '@escale/shared'
import type { RoundTableAction } from '@escale/shared/activities/round-table'
import { act, fireEvent, render, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Seat, somebody, Theatre } from '../../testkit/KindTheatre.tsx'
import { Editor } from './Editor.tsx'
import * as roundTable from './index.ts'

const FAC: Viewer = { id: 'fac', role: 'facilitator' }
const SCREEN: Viewer = { id: null, role: 'screen' }
const MINUTE = 60_000
const NAMES = ['ana', 'bea', 'cleo', 'dan', 'eva', 'flo', 'guy', 'hugo', 'ines', 'jo', 'kim']
const as = (id: string): Viewer => ({ id, role: 'participant' })

// Several views at once, found by role as people find them: slow on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

let theatre: Theatre

const stageFor = (count: number, change: object = {}) =>
  new Theatre({
    kind: 'round-table',
    definition: {
      ...(kinds['round-table'].defaults.definition as object),
      question: 'Qu’est-ce qui compte ?',
      mixBy: 'none',
      ...change,
    },
    durationMs: 30 * MINUTE,
    people: [
      somebody('fac', 'facilitator', 1),
      ...NAMES.slice(0, count).map((id, i) => somebody(id, 'participant', i + 2)),
    ],
  })

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  theatre = stageFor(4, { min: 2, max: 4 })
})
afterEach(() => vi.useRealTimers())

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const does = (viewer: Viewer, action: RoundTableAction) => act(async () => theatre.act(viewer, action))
const seat = async (viewer: Viewer, surface: 'Participant' | 'Console' | 'Screen' = 'Participant') => {
  const { container } = render(
    <Seat theatre={theatre} module={roundTable} viewer={viewer} surface={surface} />,
  )
  await act(() => vi.dynamicImportSettled())
  return within(container)
}
type Seated = ReturnType<typeof within>
const click = (at: Seated, name: string | RegExp) =>
  act(async () => {
    fireEvent.click(at.getByRole('button', { name }))
  })
/** All in one group, whose tour begins with Ana. */
async function launch(begun = true) {
  await does(FAC, {
    type: 'propose',
    choice: { min: 2, max: 11, target: 11, mixBy: 'none', facilitatorsTakePart: false, turnMs: 2 * MINUTE },
    repair: 'smaller',
    redraw: true,
  })
  await does(FAC, { type: 'launch' })
  if (begun) await does(as('ana'), { type: 'begin', group: 'g1' })
}

describe('a participant', () => {
  test('waits without anything to do while the groups are formed', async () => {
    const ana = await seat(as('ana'))
    expect(ana.getByRole('heading', { name: 'Les groupes se forment' })).toBeVisible()
    expect(ana.queryAllByRole('button')).toEqual([])
  })

  test('[R10] says that they are here, then may start the tour', async () => {
    await launch(false)
    const ana = await seat(as('ana'))
    expect(ana.getByText('0 sur 4 sont là')).toBeVisible()
    await click(ana, 'Je suis là')
    expect(ana.getByText('1 sur 4 sont là')).toBeVisible()
    await click(ana, 'Commencer sans attendre')
    expect(ana.getByRole('heading', { name: 'C’est à vous de parler' })).toBeVisible()
  })

  test('[R10] who says twice that they are here starts nothing, and keeps the focus', async () => {
    await launch(false)
    const ana = await seat(as('ana'))
    const button = ana.getByRole('button', { name: 'Je suis là' })
    button.focus()
    await act(async () => {
      fireEvent.click(button)
    })
    // The same element is under the finger, and does nothing any more.
    expect(button).toHaveTextContent('C’est noté')
    await act(async () => {
      fireEvent.click(button)
    })
    expect(ana.getByRole('heading', { name: 'Bienvenue dans le groupe 1' })).toBeVisible()
    expect(button).toHaveFocus()
  })

  test('[R25] who is called back sees the seconds that are left', async () => {
    await launch()
    const ana = await seat(as('ana'))
    await does(FAC, { type: 'call-back', group: null, inMs: 60_000 })
    await pass(18_000)
    expect(ana.getByText(/Retour en plénière dans 0:42/)).toBeVisible()
  })

  test('[R12] hears who speaks, who is next and where they are, in words', async () => {
    await launch()
    const [ana, bea, dan] = [await seat(as('ana')), await seat(as('bea')), await seat(as('dan'))]
    expect(dan.getByRole('heading', { name: 'C’est à Ana de parler' })).toBeVisible()
    expect(dan.getByText(/^Ensuite/)).toHaveTextContent(/Bea$/)
    expect(dan.getByText('Vous êtes la 3e personne, dans environ 6 min.')).toBeVisible()
    expect(dan.queryByRole('button', { name: 'J’ai fini' })).toBeNull()
    await click(ana, 'J’ai fini')
    expect(bea.getByRole('heading', { name: 'C’est à vous de parler' })).toBeVisible()
    expect(ana.getByText('Vous avez parlé. Merci.')).toBeVisible()
    expect(document.querySelector('[aria-live="polite"]')).toHaveTextContent('C’est à')
  })

  test('[R13] is not cut at the end, and the others may then pass the word on', async () => {
    await launch()
    const [ana, dan] = [await seat(as('ana')), await seat(as('dan'))]
    expect(dan.queryByRole('button', { name: 'Passer la parole à Bea' })).toBeNull()
    await pass(2 * MINUTE + 5_000)
    expect(ana.getByText('Votre temps est passé : terminez tranquillement.')).toBeVisible()
    await click(dan, 'Passer la parole à Bea')
    expect(dan.getByRole('heading', { name: 'C’est à Bea de parler' })).toBeVisible()
  })

  test('[R15] sees names change by themselves when the group chose it, without a word from the server', async () => {
    await launch()
    const dan = await seat(as('dan'))
    await act(async () => {
      fireEvent.click(dan.getByRole('switch', { name: 'Passer la parole automatiquement', hidden: true }))
    })
    await pass(2 * MINUTE + 21_000)
    expect(dan.getByRole('heading', { name: 'C’est à Bea de parler' })).toBeVisible()
  })

  test('[R16] may pass and is asked again', async () => {
    await launch()
    const ana = await seat(as('ana'))
    await click(ana, 'Passer mon tour')
    expect(ana.getByText('Vous avez passé votre tour.')).toBeVisible()
    for (const name of ['bea', 'cleo', 'dan'])
      await does(as(name), { type: 'done', group: 'g1', speaker: name })
    expect(ana.getByRole('heading', { name: 'Le tour est fait' })).toBeVisible()
    await click(ana, 'Proposer la parole')
    expect(ana.getByRole('heading', { name: 'C’est à vous de parler' })).toBeVisible()
  })

  test('[R23] is back in plenary at the common end, although the server says nothing', async () => {
    await launch()
    const ana = await seat(as('ana'))
    await pass(25 * MINUTE + 1_000)
    expect(ana.getByText('Il reste 5 minutes dans votre groupe.')).toBeVisible()
    await pass(4 * MINUTE)
    expect(ana.getByText(/Pensez à noter l’essentiel/)).toBeVisible()
    await pass(MINUTE)
    expect(ana.getByRole('heading', { name: 'De retour en plénière' })).toBeVisible()
    expect(ana.queryByRole('button')).toBeNull()
  })

  test('[R23] who is writing at the return finishes the sentence for ten seconds and keeps the text', async () => {
    await launch()
    const ana = await seat(as('ana'))
    const notes = ana.getByRole('textbox', { name: 'Nos notes' })
    await act(async () => {
      notes.focus()
      fireEvent.input(notes, { target: { value: 'Prendre soin' } })
    })
    await pass(30 * MINUTE + 2_000)
    expect(ana.getByText('Tout le monde revient en plénière')).toBeVisible()
    expect(ana.getByRole('textbox', { name: 'Nos notes' })).toBe(notes)
    await pass(9_000)
    expect(ana.getByRole('heading', { name: 'De retour en plénière' })).toBeVisible()
    expect(ana.getByDisplayValue('Prendre soin')).toBeInTheDocument()
  })

  test('[R27] who is in no group gets a clear page', async () => {
    await launch()
    await does(FAC, { type: 'move', person: 'dan', to: null })
    const dan = await seat(as('dan'))
    expect(dan.getByRole('heading', { name: 'Vous êtes en plénière' })).toBeVisible()
  })
})

describe('a facilitator', () => {
  test('[R3] previews sizes with a word of explanation, the other repair and the arithmetic', async () => {
    theatre = stageFor(11)
    const console = await seat(FAC, 'Console')
    await click(console, 'Former les groupes')
    expect(console.getByText('2 groupes : 1 de 6 et 1 de 5')).toBeVisible()
    expect(console.getByText(/11 personnes ne se partagent pas en groupes de 8 à 10/)).toBeVisible()
    await click(console, /Plutôt moins de groupes/)
    expect(console.getByText('1 groupe de 11')).toBeVisible()
    expect(console.getByText(/11 × 2 min = 22 min, il reste 8 min/)).toBeVisible()
  })

  test('[R6] moves a person by the menu on their name', async () => {
    const console = await seat(FAC, 'Console')
    await click(console, 'Former les groupes')
    await click(console, /^Déplacer Ana/)
    const item = console.getByRole('menuitem', { name: 'hors des groupes' })
    await act(async () => {
      fireEvent.click(item)
    })
    expect(within(console.getByRole('region', { name: 'Hors des groupes' })).getByText('Ana')).toBeVisible()
  })

  test('[R22] sees a call first, takes it and stands in the group', async () => {
    await launch()
    const [console, ana] = [await seat(FAC, 'Console'), await seat(as('ana'))]
    await does(as('bea'), { type: 'help', group: 'g1', reason: 'Le son grésille' })
    const tile = within(console.getByRole('listitem', { name: 'Groupe 1' }))
    expect(tile.getByText('Demande de l’aide')).toBeVisible()
    expect(tile.getByText(/Le son grésille/)).toBeVisible()
    await click(tile, 'Je m’en occupe')
    expect(ana.getByText(/s’en occupe et arrive/)).toHaveTextContent(/^Fac s’en occupe/)
    expect(ana.getByText('Fac est en visite dans votre groupe.')).toBeVisible()
    expect(console.getByText('Vous êtes dans le groupe 1')).toBeVisible()
  })

  test('[R22] looks at the groups that call alone, and goes back to all', async () => {
    theatre = stageFor(8, { min: 2, max: 4 })
    await does(FAC, {
      type: 'propose',
      choice: { min: 2, max: 4, target: 4, mixBy: 'none', facilitatorsTakePart: false, turnMs: MINUTE },
      repair: 'smaller',
      redraw: true,
    })
    await does(FAC, { type: 'launch' })
    const console = await seat(FAC, 'Console')
    expect(console.getByRole('button', { name: '0 appel' })).toBeDisabled()
    await does(FAC, { type: 'visit', group: 'g2' })
    await does(FAC, { type: 'help', group: 'g2', reason: '' })
    await click(console, '1 appel')
    expect(console.queryByRole('listitem', { name: 'Groupe 1' })).toBeNull()
    expect(console.getByRole('listitem', { name: 'Groupe 2' })).toBeVisible()
    await click(console, '1 appel')
    expect(console.getByRole('listitem', { name: 'Groupe 1' })).toBeVisible()
  })

  test('[R25] calls everybody back', async () => {
    await launch()
    const [console, ana] = [await seat(FAC, 'Console'), await seat(as('ana'))]
    await click(console, /^Rappeler tout le monde dans 1\smin$/)
    expect(ana.getByText(/Retour en plénière dans 1:00/)).toBeVisible()
    await pass(MINUTE)
    expect(ana.getByRole('heading', { name: 'De retour en plénière' })).toBeVisible()
    expect(console.getByRole('heading', { name: 'Tout le monde est en plénière' })).toBeVisible()
  })
})

describe('the screen', () => {
  test('[R37] shows what a group wrote, one group after the other, when a facilitator asks for it', async () => {
    await launch()
    const [console, screen] = [await seat(FAC, 'Console'), await seat(SCREEN, 'Screen')]
    expect(console.queryByRole('button', { name: /à l’écran/ })).toBeNull()
    await pass(30 * MINUTE)
    await click(console, /^Groupe suivant à l’écran\s: 1$/)
    expect(screen.getByRole('heading', { name: 'Notes du groupe 1' })).toBeVisible()
    await act(async () => {
      fireEvent.click(console.getAllByRole('button', { name: 'Retirer de l’écran' })[0] as HTMLElement)
    })
    expect(screen.getByRole('heading', { name: 'Bon retour en plénière' })).toBeVisible()
  })

  test('[R34] shows numbers and the question, never a name', async () => {
    await launch()
    const screen = await seat(SCREEN, 'Screen')
    expect(screen.getByText('1 groupe échange')).toBeVisible()
    expect(screen.getByText('Qu’est-ce qui compte ?')).toBeVisible()
    expect(screen.queryByText(/Ana|Bea|Cleo|Dan/)).toBeNull()
    await pass(30 * MINUTE)
    expect(screen.getByRole('heading', { name: 'Bon retour en plénière' })).toBeVisible()
  })
})

describe('the editor', () => {
  test('[R4] shows what turns cost and offers one that fits', async () => {
    const onChange = vi.fn()
    const definition = { ...(kinds['round-table'].defaults.definition as object), min: 14, max: 18 }
    const { container } = render(
      <Editor definition={definition as never} durationMs={30 * MINUTE} onChange={onChange} />,
    )
    const editor = within(container)
    expect(editor.getByText(/16 × 2 min = 32 min/)).toBeVisible()
    await click(editor, /Choisir 1.min 15/)
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ turnMs: 75_000 }))
  })
})

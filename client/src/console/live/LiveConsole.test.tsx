import { type Activity, kinds, type Workshop } from '@escale/shared'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { kindEntries } from '../../activities/registry.ts'
import { ConsoleSeat, ConsoleTheatre } from '../../testkit/ConsoleTheatre.tsx'
import { useFeedback } from './feedback.ts'
import { LiveConsole } from './LiveConsole.tsx'

const slide = (id: string): Activity => ({
  id,
  kind: 'slide',
  title: `Temps ${id}`,
  instructions: '',
  privateNote: '',
  durationMs: 300_000,
  durationProposed: false,
  definition: kinds.slide.defaults.definition,
})

const workshop: Workshop = {
  settings: {
    title: 'Essai',
    language: 'fr',
    identity: ['named'],
    askOrganisation: false,
    askTerritory: false,
    visio: { plenary: '', groups: { mode: 'none' } },
    capacity: 10,
    startsAt: null,
    harvestShared: true,
  },
  plan: [slide('a1'), slide('a2')],
}

async function open(played = workshop) {
  // The kind's code is here already, as it is in a browser by the time one starts.
  await kindEntries['slide']?.load()
  const theatre = new ConsoleTheatre(played)
  theatre.join('p1', 'participant', 'Élodie')
  await act(async () => {
    render(
      <ConsoleSeat theatre={theatre}>
        <LiveConsole />
      </ConsoleSeat>,
    )
  })
  return { theatre, user: userEvent.setup() }
}

const button = (name: string | RegExp) => screen.getByRole('button', { name })

beforeAll(() => {
  // jsdom has no layout.
  Element.prototype.scrollIntoView = () => {}
})
beforeEach(() => useFeedback.setState({ feedback: null }))

describe('the live console', () => {
  it('starts the first activity with the one big button, and says so', async () => {
    const { theatre, user } = await open()
    await user.click(button(/^Démarrer/))
    expect(theatre.state.current).toBe('a1')
    expect(await screen.findByText(/Temps a1.*lancée/, { selector: '[aria-hidden]' })).toBeInTheDocument()
    expect(button(/^Suivante/)).toBeEnabled()
  })

  it('works with the keys alone, and takes back what they did', async () => {
    const { theatre, user } = await open()
    await user.keyboard('{ArrowRight}')
    expect(theatre.state.current).toBe('a1')
    await user.keyboard('+')
    expect(theatre.state.runs['a1']?.run.adjustments).toHaveLength(1)
    await user.keyboard(' ')
    expect(theatre.state.runs['a1']?.run.pauses).toHaveLength(1)
    await user.keyboard('u')
    await user.keyboard('u')
    expect(theatre.state.undo.at(-1)?.did).toBe('go')
    await user.keyboard('u')
    expect(theatre.state.current).toBeNull()
  })

  it('does nothing of the kind while one is looking for somebody', async () => {
    const { theatre, user } = await open()
    await user.type(screen.getByLabelText('Chercher une personne'), 'm + élodie')
    expect(theatre.state.undo).toHaveLength(0)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('looks at a row of the plan without moving anybody, and launches from there', async () => {
    const { theatre, user } = await open()
    act(() => void theatre.do({ type: 'go', activity: 'a1' }))
    const plan = within(screen.getByRole('navigation', { name: 'Déroulé' }))
    await user.click(plan.getByRole('button', { name: /Temps a2/ }))
    expect(theatre.state.current).toBe('a1')
    const dialog = screen.getByRole('dialog', { name: 'Temps a2' })
    expect(dialog).toHaveTextContent(/«\sTemps a1\s» s’arrête là/u)
    await user.click(within(dialog).getByRole('button', { name: 'Fermer l’aperçu' }))
    expect(theatre.state.current).toBe('a1')
    await user.click(plan.getByRole('button', { name: /Temps a2/ }))
    await user.click(button('Lancer cette séquence'))
    expect(theatre.state.current).toBe('a2')
  })

  it('offers the way back beside what it has just done, as long as that is the last thing done', async () => {
    const { theatre, user } = await open()
    act(() => void theatre.do({ type: 'go', activity: 'a2' }))
    await user.keyboard('{ArrowLeft}')
    expect(theatre.state.current).toBe('a1')
    const actions = within(screen.getByRole('region', { name: 'Actions' }))
    const back = await actions.findByRole('button', { name: /^Défaire/ })
    act(() => void theatre.do({ type: 'adjust', ms: 60_000 }, 'samir'))
    expect(back).not.toBeInTheDocument()
    await user.keyboard('{ArrowRight}')
    await user.click(await actions.findByRole('button', { name: /^Défaire/ }))
    expect(theatre.state.current).toBe('a1')
    // Nobody who undoes by the keyboard is thrown back to the top of the page.
    expect(document.activeElement).not.toBe(document.body)
  })

  it('says in words what undo would take back, and whose it was', async () => {
    const { theatre } = await open()
    act(() => {
      theatre.do({ type: 'go', activity: 'a1' })
      theatre.do({ type: 'adjust', ms: 60_000 }, 'samir')
    })
    expect(button(/Défaire.*\+1\smin \(Samir\)/)).toBeEnabled()
  })

  it('[S24] does again what was taken back, and says what', async () => {
    const { theatre, user } = await open()
    act(() => void theatre.do({ type: 'door', locked: true }))
    expect(button(/^Défaire\s: fermeture de la porte$/)).toBeEnabled()
    await user.keyboard('{Control>}z{/Control}')
    expect(theatre.state.locked).toBe(false)
    expect(button(/^Refaire\s: fermeture de la porte$/)).toBeEnabled()
    await user.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}')
    expect(theatre.state.locked).toBe(true)
    expect(screen.queryByRole('button', { name: /^Refaire/ })).toBeNull()
  })

  it('[S24] names what a kind’s own action was', async () => {
    await (await kindEntries['wall']?.load())?.loadDeeds?.()
    const { theatre } = await open({
      ...workshop,
      plan: [{ ...slide('m'), kind: 'wall', definition: kinds.wall.defaults.definition }],
    })
    act(() => {
      theatre.do({ type: 'go', activity: 'm' })
      theatre.do({ type: 'act', activity: 'm', action: { type: 'lock' } }, 'samir')
    })
    expect(
      await screen.findByRole('button', { name: /^Défaire\s: fermeture du mur \(Samir\)$/ }),
    ).toBeEnabled()
  })

  it('removes a person without asking, and lets them back in with undo', async () => {
    const { theatre, user } = await open()
    await user.click(button(/^Élodie/))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retirer de la séance' }))
    expect(theatre.state.people['p1']?.removed).toBe(true)
    await user.click(screen.getAllByRole('button', { name: /Défaire.*Élodie/ })[0] as HTMLElement)
    expect(theatre.state.people['p1']?.removed).toBe(false)
  })

  it('asks before the end of the session', async () => {
    const { theatre, user } = await open()
    await user.click(button('Menu de la séance'))
    await user.click(screen.getByRole('menuitem', { name: 'Terminer la séance' }))
    expect(theatre.state.status).toBe('lobby')
    await user.click(button('Oui, terminer'))
    expect(theatre.state.status).toBe('ended')
    await waitFor(() =>
      expect(screen.getAllByRole('button', { name: 'Rouvrir la séance' })).not.toHaveLength(0),
    )
  })

  it.each([true, false])('shares the récolte at the end if that is wished: %s', async (wished) => {
    const { theatre, user } = await open()
    act(() => theatre.do({ type: 'settings', patch: { harvestShared: !wished } }))
    await user.click(button('Menu de la séance'))
    await user.click(screen.getByRole('menuitem', { name: 'Terminer la séance' }))
    const share = screen.getByRole('switch', { name: 'Partager la récolte avec tout le monde' })
    expect(share).toHaveProperty('checked', !wished)
    await user.click(share)
    expect(theatre.state.workshop.settings.harvestShared).toBe(!wished)
    await user.click(button('Oui, terminer'))
    expect(theatre.state.workshop.settings.harvestShared).toBe(wished)
    expect(theatre.state.status).toBe('ended')
  })

  it('[P12] says which gestures were given up, until that has been seen', async () => {
    const { theatre, user } = await open()
    act(() =>
      theatre.live.connection.setState({
        expired: [
          { type: 'go', activity: 'a2' },
          { type: 'adjust', ms: 60_000 },
        ],
      }),
    )
    expect(screen.getByRole('alert')).toHaveTextContent(
      /Ces gestes ne sont pas partis.*« Aller à Temps a2 », « \+1 min »/,
    )
    await user.click(button('Masquer ce message'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('shows a refusal in words', async () => {
    const { user } = await open()
    await user.keyboard('{ArrowRight}e')
    await user.keyboard('-')
    expect(
      await screen.findByText('Ce n’est pas le moment.', { selector: '[aria-hidden]' }),
    ).toBeInTheDocument()
  })
}, 30_000)

import { type ActivitySlice, limits, type MeSlice, type Message, type SessionSlice } from '@escale/shared'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { NO_COMPANY } from '../activities/kit/company.ts'
import { wantsSound } from '../activities/kit/sound-choice.ts'
import { ClockContext, deviceClock } from '../connection/clock-context.ts'
import type { Live } from '../connection/live.ts'
import { chooseLanguage } from '../i18n/language.ts'
import { createConnectionStore } from '../stores/connection-store.ts'
import { LiveContext } from '../stores/live-context.ts'
import { Place } from '../stores/Place.tsx'
import { createPeopleStore } from '../stores/people-store.ts'
import { createSessionStore, type SessionStoreState } from '../stores/session-store.ts'
import { listen } from '../testkit/listen.ts'
import { createWordsDesk, type KeptWords } from '../words/kept-words.ts'
import { ParticipantShell } from './ParticipantShell.tsx'

const session: SessionSlice = {
  status: 'lobby',
  title: 'Visio du 24 avril',
  language: 'fr',
  locked: false,
  approval: false,
  startsAt: null,
  timeZone: 'Europe/Paris',
  harvestShared: false,
  index: -1,
  count: 3,
  kinds: [],
}
const me: MeSlice = {
  id: 'p1',
  role: 'participant',
  name: 'Camille',
  rank: 1,
  room: 'plenary',
  roomUntil: null,
  visioPlenary: 'https://visio.example/pleniere',
  visioRoom: 'https://visio.example/pleniere',
  messages: [],
  own: [],
}
const activity = (id: string, part: Partial<ActivitySlice> = {}): ActivitySlice => ({
  id,
  // A kind of a newer version: the shell itself must do without knowing any.
  kind: 'not-of-this-version',
  title: `Séquence ${id}`,
  instructions: 'Écrivez **une** intention.',
  run: { startedAt: Date.now(), pauses: [], adjustments: [] },
  phases: [{ id: 'all', ms: 600_000 }],
  durationMs: 600_000,
  view: {},
  names: {},
  ...part,
})
const message = (id: string, text: string, at = Date.now()): Message => ({
  id,
  at,
  from: 'f',
  to: 'all',
  text,
})

function shell(held: Pick<SessionStoreState, 'session' | 'me'> = { session, me }) {
  const live: Live = {
    sessionId: 's1',
    as: 'participant',
    connection: createConnectionStore(),
    session: createSessionStore(),
    people: createPeopleStore(),
    clock: deviceClock,
    company: NO_COMPANY,
    send: async () => ({ ok: true, value: { seq: 1 } }),
    close: () => {},
    words: createWordsDesk('s1'),
  }
  live.connection.setState({ status: 'live' })
  live.session.setState(held)
  render(
    <LiveContext value={live}>
      <ClockContext value={deviceClock}>
        <Place>
          <ParticipantShell title="Visio du 24 avril" />
        </Place>
      </ClockContext>
    </LiveContext>,
  )
  const told = (part: Partial<SessionStoreState>) =>
    act(async () => {
      live.session.setState(part)
      await vi.dynamicImportSettled()
    })
  const start = (one: ActivitySlice, index = 0) =>
    told({ activity: one, session: { ...session, status: 'running', index } })
  return { live, told, start }
}

const said = () => document.querySelector('[aria-live="polite"]')?.textContent ?? ''

// What a test is about is not how long a cold import takes on a busy machine.
vi.setConfig({ testTimeout: 20_000 })
beforeAll(
  () =>
    Promise.all([
      import('./own-dialogs.tsx'),
      import('../words/KeptWords.tsx'),
      import('./EndOfTime.tsx'),
      import('./Overhead.tsx'),
      import('./PauseBand.tsx'),
      import('./AnnouncedStart.tsx'),
    ]),
  30_000,
)

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  chooseLanguage('fr')
})

test('in the lobby one is greeted by name and sees how the others see one', () => {
  shell()
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Bienvenue, Camille')
  expect(screen.getByText(/Les autres vous voient comme/)).toHaveTextContent('Camille')
  expect(screen.getByText('Connecté')).toBeVisible()
})

test('[S26] the announced start is told in the session’s time, with its zone where the device is elsewhere', async () => {
  const startsAt = Date.UTC(2027, 3, 24, 10)
  const { told } = shell({ session: { ...session, startsAt, timeZone: 'Indian/Reunion' }, me })
  expect(await screen.findByText(/^Début prévu/)).toHaveTextContent(
    'Début prévu le 24 avril à 14:00 (heure de La Réunion)',
  )
  await told({
    session: { ...session, startsAt, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
  })
  expect(screen.getByText(/^Début prévu/)).not.toHaveTextContent('(')
})

test('[S54] a message for oneself alone says so, to the eye and to the ear', async () => {
  const { told } = shell()
  await told({
    session,
    me: { ...me, messages: [{ ...message('m1', 'Venez me voir'), to: { person: 'p1' } }] },
  })
  expect(await screen.findByText('Message de l’animation, pour vous seul·e')).toBeVisible()
  expect(said()).toBe('Message de l’animation, pour vous seul·e. Venez me voir')
})

/** What reads Markdown, and a dialog, are loaded when they are first wanted. */
const CODE_COMES = { timeout: 10_000 }

test('when an activity begins the focus goes to its title, and it is said once', async () => {
  const { start, told } = shell()
  await start(activity('a'))
  expect(screen.getByRole('heading', { level: 1, name: 'Séquence a' })).toHaveFocus()
  expect(said()).toBe('Nouvelle séquence, 1 sur 3.')
  expect((await screen.findByText('une', {}, CODE_COMES)).tagName).toBe('STRONG')
  const button = screen.getByRole('button', { name: /Vous et cet appareil/ })
  button.focus()
  await told({ activity: activity('a', { title: 'Séquence a, renommée' }) })
  expect(button).toHaveFocus()
})

test('whoever comes in is told by the heading where they are, and of no return', async () => {
  const { told } = shell({ session: null, me: null })
  const { heard } = listen()
  await told({ session, me })
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  expect(heard()).toEqual([])
})

test('a connection that is lost is told, and that it is back; a short gap is not', async () => {
  const { live } = shell()
  const { heard } = listen()
  const be = (status: 'reconnecting' | 'lost' | 'live') =>
    act(async () => live.connection.setState({ status }))
  await be('reconnecting')
  await be('live')
  expect(heard()).toEqual([])
  await be('reconnecting')
  await be('lost')
  await be('reconnecting')
  await be('live')
  expect(heard().join(' ')).toBe('Hors connexion Hors connexion Connecté')
})

test('what was prepared says its own language, whatever the page speaks', async () => {
  const { start } = shell()
  await start(activity('a'))
  await act(async () => chooseLanguage('en'))
  const title = screen.getByRole('heading', { level: 1, name: 'Séquence a' })
  expect(title).toHaveAttribute('lang', 'fr')
  expect(title).toHaveAttribute('dir', 'auto')
})

test('the tab is called by what runs in it', async () => {
  const { start, told } = shell()
  expect(document.title).toBe('Visio du 24 avril · Escale')
  await start(activity('a'))
  expect(document.title).toBe('Séquence a · Visio du 24 avril · Escale')
  await told({ session: { ...session, status: 'ended' }, activity: null })
  expect(document.title).toBe('La séance est terminée · Visio du 24 avril · Escale')
})

test('the other language is in the menu, named in itself; what has the focus keeps it', async () => {
  shell()
  await userEvent.click(screen.getByRole('button', { name: /^Vous et cet appareil/ }))
  expect(screen.getByText('Switch to English')).toHaveAttribute('lang', 'en')
  await userEvent.click(screen.getByRole('menuitem', { name: 'Switch to English' }))
  const menu = screen.getByRole('button', { name: /^You and this device/ })
  expect(menu).toHaveFocus()
  await userEvent.click(menu)
  expect(screen.getByText('Passer en français')).toHaveAttribute('lang', 'fr')
})

test('what Enter does is in the menu, is said when it changes, and is kept on this device', async () => {
  shell()
  const menu = screen.getByRole('button', { name: /^Vous et cet appareil/ })
  await userEvent.click(menu)
  await userEvent.click(screen.getByRole('menuitem', { name: 'Aller à la ligne avec Entrée' }))
  expect(said()).toBe('La touche Entrée va à la ligne.')
  expect(localStorage.getItem('escale.enter-key')).toBe('breaks')
  await userEvent.click(menu)
  await userEvent.click(screen.getByRole('menuitem', { name: 'Envoyer avec Entrée' }))
  // Told together with the first, where both are one moment.
  expect(said()).toMatch(/La touche Entrée envoie\.$/)
  expect(localStorage.getItem('escale.enter-key')).toBe('sends')
})

test('a kind that this version does not know is said plainly, and the rest of the shell works', async () => {
  const { start } = shell()
  await start(activity('a'))
  expect(await screen.findByText(/demande une version plus récente/)).toBeVisible()
  expect(screen.getByRole('timer')).toHaveTextContent('Temps restant')
})

test('the visio link is the one of the room where one belongs, and of the plenary when the room closes', async () => {
  const { start, told } = shell()
  await told({ me: { ...me, room: 'g3', roomUntil: 300_000, visioRoom: 'https://visio.example/g3' } })
  await start(activity('a'))
  expect(screen.getByText('Groupe 3')).toBeVisible()
  expect(screen.getByRole('link', { name: /visio de votre groupe/ })).toHaveAttribute(
    'href',
    'https://visio.example/g3',
  )
  await told({
    activity: activity('a', { run: { startedAt: Date.now() - 300_001, pauses: [], adjustments: [] } }),
  })
  expect(screen.getByText('Plénière')).toBeVisible()
  expect(screen.getByRole('link', { name: /Rejoindre la visio/ })).toHaveAttribute(
    'href',
    'https://visio.example/pleniere',
  )
})

test('[K24] instructions are shown until they have been followed', async () => {
  const { start, told } = shell()
  const phases = [
    { id: 'write', ms: 60_000 },
    { id: 'share', ms: null, instructed: false },
  ] as const
  await start(activity('a', { phases }))
  expect(await screen.findByText('une', {}, CODE_COMES)).toBeVisible()
  const run = { startedAt: Date.now() - 60_000, pauses: [], adjustments: [] }
  await told({ activity: activity('a', { phases, run }) })
  expect(screen.queryByText('une')).toBeNull()
})

test('[S22] my texts are in the menu once there are some, and say when the session moves on meanwhile', async () => {
  const { start, told } = shell()
  const menu = () => userEvent.click(screen.getByRole('button', { name: /Vous et cet appareil/ }))
  await start(activity('a'))
  await menu()
  expect(screen.queryByRole('menuitem', { name: 'Mes textes' })).toBeNull()
  await menu()
  const own = { activity: 'z', kind: 'not-of-this-version', title: 'Hier', own: {} }
  await told({ me: { ...me, own: [own] } })
  await menu()
  await userEvent.click(screen.getByRole('menuitem', { name: 'Mes textes' }))
  expect(await screen.findByRole('heading', { name: 'Hier' }, CODE_COMES)).toBeVisible()
  await start(activity('b'), 1)
  expect(screen.getByText(/La séance continue : Séquence b/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Revenir à la séance' }))
  expect(screen.queryByRole('heading', { name: 'Hier' })).toBeNull()
})

test('[S22] my texts are offered after the end', async () => {
  const { told } = shell()
  const own = { activity: 'z', kind: 'not-of-this-version', title: 'Hier', own: {} }
  await told({ session: { ...session, status: 'ended' }, me: { ...me, own: [own] } })
  await userEvent.click(screen.getByRole('button', { name: 'Mes textes' }))
  expect(await screen.findByRole('heading', { name: 'Hier' }, CODE_COMES)).toBeVisible()
})

test('what waits to be sent and a lost connection are said in words', async () => {
  const { live } = shell()
  await act(async () =>
    live.connection.setState({ status: 'lost', waiting: [{ type: 'pause' }, { type: 'resume' }] }),
  )
  const bar = within(screen.getByRole('banner'))
  expect(bar.getByText(/Hors connexion/)).toHaveTextContent('2 envois en attente')
})

test('a message is shown until put away, and read out once', async () => {
  const { told } = shell()
  await told({ me: { ...me, messages: [message('m1', 'Pause de cinq minutes.')] } })
  expect(screen.getByText('Pause de cinq minutes.')).toBeVisible()
  expect(said()).toContain('Pause de cinq minutes.')
  await userEvent.click(screen.getByRole('button', { name: 'Masquer ce message' }))
  expect(screen.queryByText('Pause de cinq minutes.', { selector: 'p' })).toBeNull()
})

test('a message leaves by itself when it is old, and at once when it is recalled', async () => {
  const { told } = shell()
  const old = message('m1', 'Revenez !', Date.now() - limits.MESSAGE_SHOWN_MS)
  const fresh = message('m2', 'Pause de cinq minutes.')
  await told({ me: { ...me, messages: [old, fresh] } })
  expect(screen.queryByText('Revenez !', { selector: 'p' })).toBeNull()
  expect(screen.getByText('Pause de cinq minutes.')).toBeVisible()
  await told({ me: { ...me, messages: [old] } })
  expect(screen.queryByText('Pause de cinq minutes.', { selector: 'p' })).toBeNull()
})

test('what is said from above is in the bar, not before what one writes in, and is small while one writes', async () => {
  const { told } = shell()
  const field = document.body.appendChild(document.createElement('textarea'))
  await told({ me: { ...me, messages: [message('m1', 'Pause de cinq minutes.')] } })
  const said = screen.getByText('Pause de cinq minutes.')
  expect(screen.getByRole('main')).not.toContainElement(said)
  expect(said.closest('[data-brief]')).toBeNull()
  await act(async () => field.focus())
  expect(said.closest('[data-brief]')).not.toBeNull()
  await act(async () => field.blur())
  expect(said.closest('[data-brief]')).toBeNull()
  field.remove()
})

test('[S53] the end of a time is felt, once, and not where one has switched it off', async () => {
  const felt = vi.fn()
  Object.defineProperty(navigator, 'vibrate', { value: felt, configurable: true })
  const { start } = shell()
  const phases = [
    { id: 'planned', ms: 600_000 },
    { id: 'open', ms: null },
  ] as const
  const at = (elapsed: number) => ({ startedAt: Date.now() - elapsed, pauses: [], adjustments: [] })
  await start(activity('a', { phases, run: at(0) }))
  // No browser vibrates for a page that nobody has touched.
  await userEvent.click(document.body)
  await act(() => vi.dynamicImportSettled())
  expect(felt).not.toHaveBeenCalled()
  await start(activity('a', { phases, run: at(600_001) }))
  await start(activity('a', { phases, run: at(700_000) }))
  expect(felt).toHaveBeenCalledTimes(1)
  await userEvent.click(screen.getByRole('button', { name: /Vous et cet appareil/ }))
  await userEvent.click(screen.getByRole('menuitem', { name: /Couper le son/ }))
  expect(wantsSound()).toBe(false)
  await start(activity('a', { phases, run: at(0) }))
  await start(activity('a', { phases, run: at(600_001) }))
  expect(felt).toHaveBeenCalledTimes(1)
  Reflect.deleteProperty(navigator, 'vibrate')
})

test('a pause is written large, and said when it begins and ends', async () => {
  const { start } = shell()
  await start(activity('a'))
  expect(screen.queryByText('PAUSE')).toBeNull()
  const now = Date.now()
  const run = { startedAt: now - 1_000, adjustments: [] }
  await start(activity('a', { run: { ...run, pauses: [{ from: now, to: null }] } }))
  expect(screen.getByText('PAUSE')).toBeVisible()
  expect(said()).toMatch(/le temps est arrêté/)
  await start(activity('a', { run: { ...run, pauses: [{ from: now, to: now + 1 }] } }))
  expect(screen.queryByText('PAUSE')).toBeNull()
  expect(said()).toMatch(/On reprend/)
})

test('when the facilitators go back or stop in the middle, everybody is told so', async () => {
  const { start, told } = shell()
  await start(activity('b'), 1)
  expect(screen.queryByText(/L’animation/)).toBeNull()
  await start(activity('a'), 0)
  expect(screen.getByText(/L’animation revient à «\sSéquence a\s»/u, { selector: 'p' })).toBeVisible()
  expect(said()).toMatch(/L’animation revient à.*Nouvelle séquence, 1 sur 3/u)
  await told({ activity: null, session })
  expect(screen.getByText(/a interrompu la séquence/, { selector: 'p' })).toBeVisible()
})

test.each([
  [true, 'Lire la récolte'],
  [false, 'Vous pouvez fermer cette page'],
])(
  'after the end one is thanked; the récolte is offered only when it is shared (%s)',
  async (harvestShared, words) => {
    const { told } = shell()
    await told({ session: { ...session, status: 'ended', harvestShared } })
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Merci')
    expect(screen.getByText(new RegExp(words))).toBeVisible()
    expect(screen.queryAllByRole('link', { name: 'Lire la récolte' })).toHaveLength(harvestShared ? 1 : 0)
  },
)

test('[O12] an old page says that there is a new version, with one button, and goes on', async () => {
  const { live } = shell()
  expect(screen.queryByRole('button', { name: 'Recharger la page' })).toBeNull()
  await act(async () => live.connection.setState({ outdated: true }))
  expect(screen.getByText(/vient d’être mis à jour/).closest('[role=status]')).toHaveTextContent(/est gardé/)
  expect(screen.getAllByRole('button', { name: 'Recharger la page' })).toHaveLength(1)
  expect(screen.getByRole('heading', { level: 1 })).toBeVisible()
})

test.each([
  ['removed', /ne faites plus partie/],
  ['version', /mis à jour/],
  ['unknown-session', /n’existe pas/],
] as const)('a connection that the server closed for good says why: %s', async (bye, words) => {
  const { live } = shell()
  await act(async () => live.connection.setState({ over: true, bye }))
  expect(await screen.findByRole('heading', { level: 1, name: words })).toHaveFocus()
})

test('[S40] who waits at the door is told what for; let in, the focus is on the page and it is said', async () => {
  const { live, told } = shell({ session: null, me: null })
  await act(async () => live.connection.setState({ outside: 'waiting' }))
  expect(await screen.findByRole('heading', { name: 'Vous y êtes presque.' })).toHaveFocus()
  expect(screen.getByText(/Visio du 24 avril/)).toBeVisible()
  expect(screen.getByText(/Gardez cette page ouverte/)).toBeVisible()
  await act(async () => live.connection.setState({ status: 'reconnecting' }))
  expect(screen.getByText(/La connexion est coupée/)).toBeVisible()
  await told({ session, me })
  await act(async () => live.connection.setState({ status: 'live', outside: null }))
  expect(said()).toBe('Vous êtes dans la séance.')
  expect(document.activeElement).not.toBe(document.body)
})

test('[S40] who is not let in is told so, in other words than somebody who is removed', async () => {
  const { live } = shell({ session: null, me: null })
  await act(async () => live.connection.setState({ outside: 'waiting' }))
  await act(async () => live.connection.setState({ bye: 'removed', over: true, status: 'lost' }))
  expect(await screen.findByRole('heading', { name: 'Vous n’êtes pas entré·e.' })).toHaveFocus()
})

const keep = (live: Live, more: Partial<KeptWords> = {}) =>
  act(async () =>
    live.words.keep({
      ...{
        id: 'c1',
        activity: 'mur',
        person: 'p1',
        text: 'Une idée refusée',
        about: 'n1',
        refusal: 'closed',
      },
      edit: { type: 'put' },
      ...more,
    }),
  )

test('[P24] what was refused is in sight whatever runs, in the lobby, after the end and under « Mes textes »', async () => {
  const sent: unknown[] = []
  const { live, told, start } = shell()
  Object.assign(live, {
    send: async (command: unknown, words: unknown) => {
      sent.push(command, words)
      return { ok: true, value: { seq: 2 } }
    },
  })
  await keep(live)
  await keep(live, { id: 'c2', person: 'somebody-before', text: 'D’une autre personne' })
  const kept = () => screen.findByRole('region', { name: 'Textes gardés sur cet appareil' })
  expect(await kept()).toHaveTextContent(/C’est fermé.*Une idée refusée/)
  await start(activity('autre'))
  expect(await kept()).toHaveTextContent('Une idée refusée')
  await told({ activity: null, session: { ...session, status: 'ended' } })
  expect(await kept()).toHaveTextContent('Une idée refusée')
  await told({ session })
  expect(screen.queryByText('D’une autre personne')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: /Vous et cet appareil/ }))
  await userEvent.click(screen.getByRole('menuitem', { name: 'Mes textes' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('Une idée refusée')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Envoyer' }))
  expect(sent).toEqual([
    { type: 'write', activity: 'mur', edit: { type: 'put' } },
    { text: 'Une idée refusée', about: 'n1' },
  ])
  expect(screen.queryByText('Une idée refusée')).toBeNull()
})

test('[P24] who is out of the session for good can still copy their words', async () => {
  const { live } = shell()
  await keep(live)
  await act(async () => live.connection.setState({ over: true, bye: 'removed', status: 'lost' }))
  const kept = within(await screen.findByRole('region', { name: 'Textes gardés sur cet appareil' }))
  expect(kept.getByText('Une idée refusée')).toBeVisible()
  expect(kept.getByRole('button', { name: 'Copier' })).toBeVisible()
  expect(kept.queryByRole('button', { name: 'Envoyer' })).toBeNull()
})

test('[P24] a sentence that was begun goes along when the facilitator moves on, and the focus stays in the page', async () => {
  const begun = { text: 'Une phrase comm', about: 'n1', edit: { type: 'put', begun: true } }
  localStorage.setItem('escale.activities.s1', '["mur","autre"]')
  localStorage.setItem('escale.draft.mur', JSON.stringify(begun))
  const { start } = shell()
  await start(activity('mur'))
  expect(screen.queryByText('Une phrase comm')).toBeNull()
  await start(activity('autre'), 1)
  const kept = within(await screen.findByRole('region', { name: 'Textes gardés sur cet appareil' }))
  expect(kept.getByText('Une phrase comm')).toBeVisible()
  // Thrown away on purpose only, and once that is done one is not lost in the page.
  await userEvent.click(kept.getByRole('button', { name: 'Jeter' }))
  expect(kept.getByText('Une phrase comm')).toBeVisible()
  await userEvent.click(kept.getByRole('button', { name: /^Jeter vraiment/ }))
  expect(screen.queryByText('Une phrase comm')).toBeNull()
  expect(localStorage.getItem('escale.draft.mur')).toBeNull()
  await waitFor(() => expect(document.activeElement).not.toBe(document.body))
})

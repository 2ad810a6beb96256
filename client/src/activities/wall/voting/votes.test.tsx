import { addNote, kinds, readNotes, stackNotes, type Viewer } from '@escale/shared'
import {
  ballotPage,
  likesPage,
  readBallot,
  readLikes,
  SHARED_WALL,
  USUAL_VOTE,
  VOTES,
  type VoteSettings,
  writeRound,
} from '@escale/shared/activities/wall'
import { act, fireEvent, render, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { allLoaded } from '../../../testkit/all-loaded.ts'
import { Seat, somebody, Theatre } from '../../../testkit/KindTheatre.tsx'
import { listen } from '../../../testkit/listen.ts'
import * as wallModule from '../index.ts'

const ROUND = 'round001'
const AWA: Viewer = { id: 'awa', role: 'participant' }
const FAC: Viewer = { id: 'fac', role: 'facilitator' }
const SCREEN: Viewer = { id: null, role: 'screen' }
const PAGE = ballotPage({ id: ROUND, settings: { secret: true } }, 'awa')

vi.setConfig({ testTimeout: 20_000 })
let theatre: Theatre
beforeEach(() => {
  localStorage.clear()
  theatre = new Theatre({
    kind: 'wall',
    definition: kinds.wall.defaults.definition,
    durationMs: 60_000,
    people: [somebody('fac', 'facilitator', 1), somebody('awa', 'participant', 2)],
  })
  for (const [i, id] of ['un', 'deux', 'trois'].entries())
    addNote(doc(SHARED_WALL), { id, text: `note ${id}`, author: i === 2 ? 'awa' : 'fac', createdAt: i })
})

const doc = (name: string) => theatre.documents.open('the-activity', name).state.doc
const seat = async (viewer: Viewer, surface: 'Participant' | 'Console' | 'Screen') => {
  const { container } = render(
    <Seat theatre={theatre} module={wallModule} viewer={viewer} surface={surface} />,
  )
  await allLoaded()
  return within(container)
}
const start = (settings: Partial<VoteSettings> = {}) =>
  theatre.act(FAC, { type: 'vote-start', round: ROUND, settings: { ...USUAL_VOTE, ...settings }, ms: null })
const tell = (totals: Readonly<Record<string, number>> | null, final: boolean) =>
  act(() =>
    writeRound(doc(VOTES), ROUND, {
      voted: 2,
      final,
      totals: totals && new Map(Object.entries(totals)),
      voters: new Map(),
    }),
  )
const ballot = () => Object.fromEntries(readBallot(doc(PAGE)))

describe('a participant', () => {
  test('[P24] what was being written when the vote came stays in sight, and can be sent from there', async () => {
    const view = await seat(AWA, 'Participant')
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    fireEvent.change(field, { target: { value: 'une phrase commencée' } })
    await act(async () => void start())
    await allLoaded()
    const kept = within(view.getByRole('region', { name: 'Textes gardés sur cet appareil' }))
    expect(kept.getByText('une phrase commencée')).toBeVisible()
    await act(async () => void fireEvent.click(kept.getByRole('button', { name: 'Envoyer' })))
    const sent = readNotes(doc(SHARED_WALL)).map(({ text }) => text)
    expect(sent).toContain('une phrase commencée')
    expect(view.queryByRole('region', { name: 'Textes gardés sur cet appareil' })).toBeNull()
    // The field behind the vote has let go of it.
    expect(field).toHaveValue('')
  })

  test('gives dots and takes them back, always told how many are left; nothing can be pressed beyond the budget', async () => {
    start({ dots: 2 })
    const view = await seat(AWA, 'Participant')
    const more = view.getByRole('button', { name: 'Ajouter un point\u00a0: note un' })
    expect(view.getByText('Encore 2 points')).toBeVisible()
    for (let n = 0; n < 3; n++) fireEvent.click(more)
    expect(ballot()).toEqual({ un: 2 })
    expect(view.getByText('Tous vos points sont donnés')).toBeVisible()
    expect(more).toHaveAttribute('aria-disabled', 'true')
    fireEvent.click(view.getByRole('button', { name: 'Retirer un point\u00a0: note un' }))
    expect(ballot()).toEqual({ un: 1 })
    expect(view.getByText('Encore 1 point')).toBeVisible()
  })

  test('a vote that opens, each press and its end are told, once each', async () => {
    const view = await seat(AWA, 'Participant')
    const { heard } = listen()
    // What is told within one moment is told together: people press more slowly.
    let later = 0
    const now = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => now() + later)
    await act(async () => start())
    const more = await view.findByRole('button', { name: 'Ajouter un point\u00a0: note un' })
    expect(heard()).toEqual(['Vote ouvert.'])
    later += 1_000
    await act(async () => fireEvent.click(more))
    expect(heard()).toEqual(['Encore 2 points'])
    later += 1_000
    await act(async () => fireEvent.click(more))
    later += 1_000
    await act(async () => fireEvent.click(more))
    expect(heard().at(-1)).toBe('Tous vos points sont donnés')
    later += 1_000
    await act(async () => theatre.act(FAC, { type: 'vote-close', round: ROUND }))
    expect(heard().filter((said) => said.startsWith('Vote clos'))).toHaveLength(1)
  })

  test('one dot for each note, and none for one’s own, where the vote says so', async () => {
    start({ several: false, own: false })
    const view = await seat(AWA, 'Participant')
    const choice = view.getByRole('button', { name: 'Voter pour\u00a0: note un' })
    fireEvent.click(choice)
    expect(choice).toHaveAttribute('aria-pressed', 'true')
    expect(view.queryByRole('button', { name: /Voter pour.*note trois/ })).toBeNull()
    expect(within(view.getByRole('region', { name: 'Vote' })).getByText('Votre post-it')).toBeVisible()
    fireEvent.click(choice)
    expect(ballot()).toEqual({})
  })

  test('reads the result, ties as ties; the wall is a button away, and bears the dots', async () => {
    start()
    const view = await seat(AWA, 'Participant')
    theatre.act(FAC, { type: 'vote-close', round: ROUND })
    tell({ un: 1, deux: 2, trois: 1 }, true)
    const result = view.getByRole('region', { name: 'Résultat du vote' })
    expect(
      within(result)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      '1ernote deuxfac2 points'.replace('fac', 'Fac'),
      '2e ex æquonote unFac1 point',
      '2e ex æquonote troisVous1 point',
    ])
    fireEvent.click(view.getByRole('button', { name: 'Voir le mur' }))
    expect(view.queryByRole('region', { name: 'Résultat du vote' })).toBeNull()
    expect(await view.findByText('2 votes')).toBeInTheDocument()
  })

  test('a wish that is not taken is said, and the note keeps what it had', async () => {
    start()
    const view = await seat(AWA, 'Participant')
    theatre.write = () => ({ ok: false, refusal: 'closed' })
    fireEvent.click(view.getByRole('button', { name: 'Ajouter un point\u00a0: note un' }))
    expect(await view.findByRole('alert')).toHaveTextContent('Le vote est terminé')
    expect(view.getByText('Encore 3 points')).toBeVisible()
  })

  test('likes a note by its heart, once, and changes their mind', async () => {
    theatre.act(FAC, { type: 'likes', on: true })
    const view = await seat(AWA, 'Participant')
    const [heart] = await view.findAllByRole('button', { name: /^J’aime.*note un/ })
    if (heart) fireEvent.click(heart)
    expect([...readLikes(doc(likesPage('awa')))]).toEqual(['un'])
    const [mine] = view.getAllByRole('button', { name: 'J’aime\u00a0: note un, 1 cœur' })
    expect(mine).toHaveAttribute('aria-pressed', 'true')
    if (mine) fireEvent.click(mine)
    expect(readLikes(doc(likesPage('awa'))).size).toBe(0)
  })

  test('likes a note in the list too, with the same heart', async () => {
    theatre.act(FAC, { type: 'likes', on: true })
    const view = await seat(AWA, 'Participant')
    fireEvent.click(await view.findByRole('button', { name: 'Liste' }))
    const list = within(await view.findByRole('list', { name: 'Post-it en liste' }))
    const row = list.getByText('note deux').closest('li')
    if (!row) throw new Error('no row')
    fireEvent.click(within(row).getByRole('button', { name: 'J’aime\u00a0: note deux' }))
    expect([...readLikes(doc(likesPage('awa')))]).toEqual(['deux'])
    expect(within(row).getByRole('button', { name: 'J’aime\u00a0: note deux, 1 cœur' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  })
})

describe('[M81] a stack', () => {
  const pile = () => stackNotes(doc(SHARED_WALL), { id: 's', title: 'Outils', notes: ['un', 'deux'] })

  test('is one choice with its own dots, and can be read before one chooses', async () => {
    pile()
    start({ stacks: true })
    const view = await seat(AWA, 'Participant')
    const vote = within(view.getByRole('region', { name: 'Vote' }))
    expect(vote.getByText(/Chaque pile compte pour un seul choix/)).toBeVisible()
    fireEvent.click(vote.getByRole('button', { name: 'Ajouter un point\u00a0: Outils' }))
    expect(ballot()).toEqual({ 'stack.s': 1 })
    expect(vote.queryByRole('button', { name: /Ajouter un point.*note un/ })).toBeNull()
    const choice = vote.getByText('Outils').closest('li')
    expect(choice).toHaveTextContent('Pile de 2 post-it')
    expect(choice).toHaveTextContent('note deux')
  })

  test('is one line of the result, and bears its dots on the wall', async () => {
    pile()
    start({ stacks: true })
    const view = await seat(AWA, 'Participant')
    theatre.act(FAC, { type: 'vote-close', round: ROUND })
    tell({ 'stack.s': 4, trois: 1 }, true)
    const result = view.getByRole('region', { name: 'Résultat du vote' })
    expect(
      within(result)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['1erOutilsPile de 2 post-it4 points', '2enote troisVous1 point'])
    fireEvent.click(view.getByRole('button', { name: 'Voir le mur' }))
    expect(await view.findByRole('article', { name: 'Pile\u00a0: Outils' })).toHaveTextContent('4 votes')
  })

  test('is voted for as one by itself where there are stacks; the facilitator may say notes', async () => {
    pile()
    const view = await seat(FAC, 'Console')
    fireEvent.click(view.getByRole('button', { name: 'Lancer un vote…' }))
    const what = view.getByRole('combobox', { name: 'On vote pour' })
    expect(what).toHaveValue('stacks')
    fireEvent.change(what, { target: { value: 'notes' } })
    fireEvent.change(what, { target: { value: 'stacks' } })
    fireEvent.click(view.getByRole('button', { name: 'Lancer le vote' }))
    await view.findByText('0 sur 1 ont voté')
    expect(theatre.stage(FAC).view).toMatchObject({ votes: { rounds: [{ settings: { stacks: true } }] } })
  })

  test('is one bar on the screen', async () => {
    pile()
    start({ stacks: true })
    const view = await seat(SCREEN, 'Screen')
    theatre.act(FAC, { type: 'vote-close', round: ROUND })
    tell({ 'stack.s': 4 }, true)
    const result = view.getByRole('region', { name: 'Résultat du vote' })
    expect(within(result).getAllByRole('listitem')[0]).toHaveTextContent('OutilsPile de 2 post-it')
  })
})

describe('a facilitator', () => {
  test('starts with what suits most, asks before a secret vote is closed, and sends the first to a second round', async () => {
    const view = await seat(FAC, 'Console')
    fireEvent.click(view.getByRole('button', { name: 'Lancer un vote…' }))
    fireEvent.click(view.getByRole('button', { name: 'Lancer le vote' }))
    await view.findByText('0 sur 1 ont voté')
    expect(theatre.stage(FAC).view).toMatchObject({
      votes: { rounds: [{ settings: USUAL_VOTE, until: null }] },
    })
    fireEvent.click(view.getByRole('button', { name: 'Clore le vote' }))
    const { rounds } = (theatre.stage(FAC).view as { votes: { rounds: { id: string; status: string }[] } })
      .votes
    expect(rounds[0]?.status).toBe('open')
    fireEvent.click(view.getByRole('button', { name: 'Clore et compter' }))
    await act(async () => {
      writeRound(doc(VOTES), rounds[0]?.id ?? '', {
        voted: 1,
        final: true,
        totals: new Map(Object.entries({ un: 2, deux: 1, trois: 1 })),
        voters: new Map(),
      })
    })
    fireEvent.click(view.getByRole('button', { name: 'Deuxième tour…' }))
    fireEvent.change(view.getByRole('spinbutton', { name: /Combien/ }), { target: { value: '2' } })
    fireEvent.click(view.getByRole('button', { name: 'Lancer le vote' }))
    await vi.waitFor(() =>
      expect(theatre.stage(FAC).view).toMatchObject({
        votes: { rounds: [{}, { settings: { notes: ['un', 'deux', 'trois'] } }] },
      }),
    )
  })
})

test('the screen tells how many have voted and nothing more, then the result', async () => {
  start()
  const view = await seat(SCREEN, 'Screen')
  tell(null, false)
  expect(view.getByRole('region', { name: 'Vote en cours' })).toHaveTextContent('2/2')
  expect(view.queryByText(/note un/)).toBeNull()
  theatre.act(FAC, { type: 'vote-close', round: ROUND })
  tell({ un: 3, deux: 1 }, true)
  const result = view.getByRole('region', { name: 'Résultat du vote' })
  expect(within(result).getAllByRole('listitem')).toHaveLength(2)
})

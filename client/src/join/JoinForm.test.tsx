import type { Door } from '@escale/shared'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chooseLanguage } from '../i18n/language.ts'
import { aDoor } from '../testkit/door.ts'
import { JoinForm } from './JoinForm.tsx'

const door = aDoor({
  title: 'Visio du 24 avril',
  status: 'lobby',
  identity: ['named', 'pseudonym', 'anonymous'],
  askOrganisation: true,
})

/** What the network answers; the last request's body is kept. */
function network(answer: () => Response | Promise<never>) {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)))
    return answer()
  })
  return sent
}
const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status })

const onJoined = vi.fn()
const onClosed = vi.fn()
const show = (part: Partial<Door> = {}) =>
  render(<JoinForm door={{ ...door, ...part }} onJoined={onJoined} onClosed={onClosed} />)
const enter = () => userEvent.click(screen.getByRole('button', { name: 'Entrer dans la séance' }))

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  vi.clearAllMocks()
  chooseLanguage('fr')
})
afterEach(() => vi.unstubAllGlobals())

test('a first name is enough; it is sent as one clean line', async () => {
  const sent = network(json(201, { person: 'p', secret: 'x' }))
  show()
  await userEvent.type(screen.getByLabelText('Votre prénom'), '  Noé \u202e  B. ')
  await enter()
  expect(sent).toEqual([
    {
      mode: 'named',
      wish: expect.stringMatching(/^\w{24}$/),
      identity: { name: 'Noé B.', organisation: '', territory: '' },
    },
  ])
  expect(onJoined).toHaveBeenCalledOnce()
})

test('[A11] the first name is kept for the next door, and never offered as a pseudonym', async () => {
  network(json(201, { person: 'p', secret: 'x' }))
  const { unmount } = show()
  await userEvent.type(screen.getByLabelText('Votre prénom'), 'Noé')
  await enter()
  unmount()
  show()
  expect(screen.getByLabelText('Votre prénom')).toHaveValue('Noé')
  await userEvent.click(screen.getByRole('radio', { name: /Avec un pseudonyme/, hidden: true }))
  expect(screen.getByLabelText('Votre pseudonyme')).toHaveValue('')
  await userEvent.type(screen.getByLabelText('Votre pseudonyme'), 'Hibou')
  await enter()
  expect(localStorage.getItem('escale.name')).toBe('Noé')
})

test('without a name one is told so at the field, and nothing is sent', async () => {
  const sent = network(json(201, {}))
  show()
  await enter()
  const field = screen.getByLabelText('Votre prénom')
  expect(field).toHaveFocus()
  expect(field).toBeInvalid()
  expect(field).toHaveAccessibleDescription(/Écrivez un prénom/)
  expect(sent).toEqual([])
})

test('a name that shows nothing is none, and it is said so', async () => {
  const sent = network(json(201, {}))
  show()
  await userEvent.type(screen.getByLabelText('Votre prénom'), '\u200b\u3164')
  await enter()
  const field = screen.getByLabelText('Votre prénom')
  expect(field).toHaveFocus()
  expect(field).toHaveAccessibleDescription(/ne montre rien/)
  expect(sent).toEqual([])
})

test('each way to appear says what the others will see; without a name none is asked', async () => {
  const sent = network(json(201, { person: 'p', secret: 'x' }))
  show()
  // Folded at first: the name and the way in come before.
  const folded = screen.getByText('Apparaître autrement').closest('details')
  expect(folded).not.toHaveAttribute('open')
  await userEvent.click(screen.getByText('Apparaître autrement'))
  expect(folded).toHaveAttribute('open')
  const anonymous = screen.getByRole('radio', { name: /Sans nom/ })
  expect(anonymous).toHaveAccessibleDescription(/Anonyme/)
  expect(anonymous).toHaveAccessibleName('Sans nom')
  expect(screen.queryByLabelText('Votre prénom')).toBeRequired()
  await userEvent.click(anonymous)
  expect(screen.queryByLabelText('Votre prénom')).toBeNull()
  expect(anonymous).toHaveFocus()
  await enter()
  expect(sent).toMatchObject([{ mode: 'anonymous', identity: { name: '' } }])
})

test('a single way to appear is said, not asked', () => {
  show({ identity: ['pseudonym'] })
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.getByLabelText('Votre pseudonyme')).toBeVisible()
})

test('on a phone what nobody has to say is folded, and open once it was begun', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  const { unmount } = show()
  const folded = () => screen.getByText('Organisation (facultatif)').closest('details')
  expect(folded()).not.toHaveAttribute('open')
  await userEvent.click(screen.getByText('Organisation (facultatif)'))
  await userEvent.type(screen.getByLabelText(/Votre organisation/), 'Mairie')
  unmount()
  show()
  expect(folded()).toHaveAttribute('open')
})

test('on a wider screen it is open', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  show()
  expect(screen.getByText('Organisation (facultatif)').closest('details')).toHaveAttribute('open')
})

test('when the server does not answer, what was typed stays, over a reload too', async () => {
  const sent = network(() => Promise.reject(new TypeError('network')))
  const { unmount } = show()
  await userEvent.type(screen.getByLabelText('Votre prénom'), 'Camille')
  await userEvent.type(screen.getByLabelText(/Votre organisation/), 'Mairie')
  await enter()
  expect(await screen.findByRole('alert')).toHaveTextContent('Le serveur ne répond pas')
  expect(screen.getByLabelText('Votre prénom')).toHaveValue('Camille')
  unmount()
  show()
  expect(screen.getByLabelText('Votre prénom')).toHaveValue('Camille')
  expect(screen.getByLabelText(/Votre organisation/)).toHaveValue('Mairie')
  await enter()
  // The answer alone may have been lost: it is the same wish.
  const [first, again] = sent as { wish: string }[]
  expect(again?.wish).toBe(first?.wish)
})

test.each([
  [409, 'locked'],
  [409, 'full'],
  [403, 'removed'],
  [409, 'ended'],
])('a door that is shut meanwhile leads to its page (%i %s)', async (status, refusal) => {
  network(json(status, { refusal }))
  show()
  await userEvent.type(screen.getByLabelText('Votre prénom'), 'Camille')
  await enter()
  expect(onClosed).toHaveBeenCalledWith(refusal)
})

test('any other refusal is told in words beside the form', async () => {
  network(json(429, { refusal: 'rate-limited' }))
  show()
  await userEvent.type(screen.getByLabelText('Votre prénom'), 'Camille')
  await enter()
  expect(await screen.findByText(/C’est un peu rapide/)).toHaveAttribute('role', 'alert')
})

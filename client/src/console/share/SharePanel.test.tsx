import { dayIn, instantIn, type KeyLine, type Keyring } from '@escale/shared'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { chooseLanguage } from '../../i18n/language.ts'
import { ConsoleSeat, ConsoleTheatre } from '../../testkit/ConsoleTheatre.tsx'
import { SharePanel } from './SharePanel.tsx'

beforeAll(() => {
  chooseLanguage('fr')
})
afterEach(() => vi.unstubAllGlobals())

/** Where the session is, and no place of a whole hour. */
const timeZone = 'Asia/Kathmandu'
const today = instantIn(timeZone, `${dayIn(timeZone, Date.now())}T09:05`) ?? 0
const line = (key: Partial<KeyLine>): KeyLine => ({
  id: 'key',
  person: 'claire',
  kind: 'device',
  device: { kind: 'computer', browser: 'firefox' },
  since: today,
  usedAt: null,
  here: false,
  own: false,
  ...key,
})

/** A server that knows some keys; answers what it was asked to do. */
function network(keys: KeyLine[]): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    if (method === 'GET') return new Response(JSON.stringify({ keys } satisfies Keyring))
    asked.push([method, path.replace('/api/sessions/the-session', ''), body].filter(Boolean).join(' '))
    if (method === 'DELETE') keys.splice(0, keys.length, ...keys.filter(({ id }) => !path.endsWith(`/${id}`)))
    return new Response(JSON.stringify({ secret: 'neuf', person: 'samir' }))
  })
  return asked
}

async function open() {
  const theatre = new ConsoleTheatre({
    settings: {
      title: 'Essai',
      language: 'fr',
      identity: ['named'],
      askOrganisation: false,
      askTerritory: false,
      visio: { plenary: '', groups: { mode: 'none' } },
      capacity: 10,
      startsAt: null,
      timeZone,
      harvestShared: true,
    },
    plan: [],
  })
  await act(async () => {
    render(
      <ConsoleSeat theatre={theatre}>
        <SharePanel open onClose={() => undefined} />
      </ConsoleSeat>,
    )
  })
  return { theatre, user: userEvent.setup() }
}

test('[A6] each device and link says what it is and when it was there; ended, it leaves the list and the focus stays', async () => {
  const asked = network([
    line({ id: 'mine', own: true }),
    line({ id: 'phone', device: { kind: 'phone', browser: 'safari' }, usedAt: today }),
    line({ id: 'link', kind: 'link', device: null }),
  ])
  const { user } = await open()
  const list = within(await screen.findByRole('list', { name: 'Vos appareils et votre lien' }))
  expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Ordinateur, Firefoxcet appareilentré à 09:05',
    'Téléphone, Safarientré à 09:05 · vu à 09:05Déconnecter',
    'Liencréé à 09:05 · jamais utiliséRévoquer',
  ])
  await user.click(list.getByRole('button', { name: /Déconnecter\s:\sTéléphone/ }))
  expect(asked).toEqual(['DELETE /keys/phone {}'])
  await waitFor(() => expect(list.queryByText(/Téléphone/)).toBeNull())
  expect(document.activeElement).not.toBe(document.body)
})

test('[A6] where somebody is there now one is asked first', async () => {
  const asked = network([line({ id: 'screen', person: null, here: true })])
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: /Déconnecter\s:\sOrdinateur/ }))
  expect(asked).toEqual([])
  const ask = within(screen.getByRole('dialog', { name: /Déconnecter cet appareil/ }))
  await user.click(ask.getByRole('button', { name: 'Déconnecter' }))
  expect(asked).toEqual(['DELETE /keys/screen {}'])
})

test('[A4] to be alone with a new link, the browser first gets a new secret', async () => {
  const asked = network([])
  const { user } = await open()
  await user.click(
    await screen.findByRole('button', { name: 'Renouveler mon lien et déconnecter les autres' }),
  )
  await user.click(screen.getByRole('button', { name: 'Renouveler et déconnecter' }))
  expect(asked).toEqual(['POST /device?as=facilitator {}', 'POST /key?as=facilitator {"alone":true}'])
  expect(await screen.findByRole('textbox', { name: /Votre lien d’animation/ })).toHaveValue(
    `${location.origin}/console/the-session#neuf`,
  )
})

test('[A5] a co-facilitator who never entered gets another link, or is removed', async () => {
  const asked = network([])
  const { user, theatre } = await open()
  expect(await screen.findByText('Ni lien ni appareil : il lui faut un nouveau lien.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Nouveau lien pour Samir' }))
  expect(asked).toEqual(['POST /links {"role":"cofacilitator","person":"samir"}'])
  expect(await screen.findByRole('textbox', { name: 'Lien de Samir' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Retirer Samir de la co-animation' }))
  await user.click(screen.getByRole('button', { name: 'Retirer' }))
  expect(theatre.state.people['samir']?.removed).toBe(true)
  expect(screen.queryByRole('textbox', { name: 'Lien de Samir' })).toBeNull()
})

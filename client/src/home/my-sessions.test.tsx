import type { Door, Refusal } from '@escale/shared'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { knownSessions, rememberSession } from '../app/known-sessions.ts'
import { keepMyName, myName } from '../app/my-name.ts'
import { chooseLanguage } from '../i18n/language.ts'
import { aDoor, NOBODY } from '../testkit/door.ts'
import { MyWorkshops } from './MyWorkshops.tsx'
import { standingOf } from './use-my-sessions.ts'

const door = (session: string, part: Partial<Door>): Door =>
  aDoor({ session, title: session, status: 'lobby', ...part })

/** What the server answers at each path. */
let answers: Record<string, () => Response> = {}
const asked: string[] = []
const refusal = (code: Refusal, status = 404) => Response.json({ refusal: code }, { status })

beforeEach(() => {
  localStorage.clear()
  chooseLanguage('fr')
  asked.length = 0
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push(`${init.method} ${path}`)
    const answer = answers[`${init.method} ${path}`]
    if (answer === undefined) throw new TypeError('no answer')
    return answer()
  })
})
afterEach(() => vi.unstubAllGlobals())

const mine = { ...NOBODY, facilitator: true }

test('each session says how it stands, and what can be done with it; what is gone leaves the list', async () => {
  for (const [at, session] of ['running', 'gone', 'removed'].entries())
    rememberSession({ session, as: 'facilitator', title: session, at })
  rememberSession({ session: 'over', as: 'participant', title: 'over', at: 9 })
  answers = {
    'GET /api/sessions/running/door': () =>
      Response.json(door('running', { title: 'Réseau', status: 'running', known: mine })),
    'GET /api/sessions/gone/door': () => refusal('unknown-session'),
    'GET /api/sessions/removed/door': () => refusal('deleted', 410),
    'GET /api/sessions/over/door': () =>
      Response.json(
        door('over', { status: 'ended', readable: true, known: { ...NOBODY, participant: true } }),
      ),
  }
  render(<MyWorkshops create={vi.fn()} making={null} />)
  const [facilitated, joined] = screen.getAllByRole('list').map((list) => within(list))
  expect(await facilitated?.findByText(/En cours/)).toBeInTheDocument()
  expect(facilitated?.getByRole('link', { name: /Reprendre.*Réseau/ })).toHaveAttribute(
    'href',
    '/console/running',
  )
  expect(facilitated?.getByRole('link', { name: /Récolte.*Réseau/ })).toHaveAttribute(
    'href',
    '/harvest/running',
  )
  expect(await facilitated?.findByRole('link', { name: /La faire revenir/ })).toBeInTheDocument()
  expect(await joined?.findByText(/Terminée/)).toBeInTheDocument()
  expect(joined?.getByRole('link', { name: /Récolte/ })).toBeInTheDocument()
  expect(joined?.queryByRole('button', { name: /Supprimer/ })).toBeNull()
  expect(knownSessions().map((one) => one.session)).not.toContain('gone')
})

test('a copy is called one, has no date, and is made of the run-of-show only', async () => {
  rememberSession({ session: 's', as: 'facilitator', title: 'Réseau', at: 1 })
  const settings = { title: 'Réseau', startsAt: 5, capacity: 10 }
  answers = {
    'GET /api/sessions/s/door': () => Response.json(door('s', { title: 'Réseau', known: mine })),
    'GET /api/sessions/s/workshop?as=facilitator': () =>
      Response.json({ format: 'escale-workshop', version: 1, workshop: { settings, plan: [] } }),
  }
  const create = vi.fn()
  render(<MyWorkshops create={create} making={null} />)
  await userEvent.click(await screen.findByRole('button', { name: /Dupliquer/ }))
  expect(create).toHaveBeenCalledWith('copy of s', '/sessions', {
    file: {
      format: 'escale-workshop',
      version: 1,
      workshop: { settings: { ...settings, title: 'Réseau (copie)', startsAt: null }, plan: [] },
    },
    language: 'fr',
  })
})

test('to delete is asked first; afterwards the focus is in the list, and it can come back', async () => {
  rememberSession({ session: 's', as: 'facilitator', title: 'Réseau', at: 1 })
  let isDeleted = false
  answers = {
    'GET /api/sessions/s/door': () =>
      isDeleted ? refusal('deleted', 410) : Response.json(door('s', { title: 'Réseau', known: mine })),
    'DELETE /api/sessions/s?as=facilitator': () => {
      isDeleted = true
      return Response.json({})
    },
  }
  render(<MyWorkshops create={vi.fn()} making={null} />)
  await userEvent.click(await screen.findByRole('button', { name: /^Supprimer/ }))
  expect(isDeleted).toBe(false)
  await userEvent.click(screen.getByRole('button', { name: 'Supprimer la séance' }))
  expect(await screen.findByRole('link', { name: /La faire revenir/ })).toBeInTheDocument()
  expect(screen.getByRole('heading', { name: 'Mes ateliers' })).toHaveFocus()
  await userEvent.click(screen.getByRole('button', { name: /Retirer de la liste/ }))
  expect(knownSessions()).toEqual([])
})

test('[A11] the name that this device keeps is told, and forgotten when one asks', async () => {
  keepMyName('Soizic')
  const forgotten = vi.fn()
  render(<MyWorkshops create={vi.fn()} making={null} name={myName()} onForgetName={forgotten} />)
  expect(screen.getByText('Soizic')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Oublier mon prénom' }))
  expect(forgotten).toHaveBeenCalledOnce()
  expect(myName()).toBe('')
})

test('a second copy is told from the first', async () => {
  for (const title of ['Réseau', 'Réseau (copie)'])
    rememberSession({ session: title, as: 'facilitator', title, at: title.length })
  answers = {
    'GET /api/sessions/Réseau/door': () => Response.json(door('Réseau', { known: mine })),
    'GET /api/sessions/Réseau/workshop?as=facilitator': () =>
      Response.json({ workshop: { settings: { title: 'Réseau' }, plan: [] } }),
  }
  const create = vi.fn()
  render(<MyWorkshops create={create} making={null} />)
  await userEvent.click(await screen.findByRole('button', { name: /Dupliquer/ }))
  expect(create.mock.calls[0]?.[2].file.workshop.settings.title).toBe('Réseau (copie 2)')
})

test('a row goes only when the session has', () => {
  expect(standingOf('facilitator', { ok: false, refusal: 'unreachable' })).toBe('unanswered')
  expect(standingOf('facilitator', { ok: true, value: door('s', { known: NOBODY }) })).toBe('shut')
  expect(standingOf('participant', { ok: false, refusal: 'deleted' })).toBeUndefined()
})

import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NO_COMPANY } from '../activities/kit/company.ts'
import { deviceClock } from '../connection/clock-context.ts'
import type { Live } from '../connection/live.ts'
import { chooseLanguage } from '../i18n/language.ts'
import { createConnectionStore } from '../stores/connection-store.ts'
import { LiveContext } from '../stores/live-context.ts'
import { createPeopleStore } from '../stores/people-store.ts'
import { createSessionStore } from '../stores/session-store.ts'
import { createWordsDesk } from '../words/kept-words.ts'
import { EraseDialog } from './EraseDialog.tsx'

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
const onErased = vi.fn()

/** What the server is asked, and what it answers. */
function network(status: number, body: unknown) {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push([path, JSON.parse(String(init.body))])
    return new Response(status === 204 ? null : JSON.stringify(body), { status })
  })
  return asked
}
const show = (name?: string) =>
  render(
    <LiveContext value={live}>
      <EraseDialog person="p1" {...(name ? { name } : {})} onClose={() => {}} onErased={onErased} />
    </LiveContext>,
  )

beforeEach(() => {
  vi.clearAllMocks()
  chooseLanguage('fr')
})
afterEach(() => vi.unstubAllGlobals())

test('[E11] what goes and what stays is named, and signed notes stay unless one says otherwise', async () => {
  const asked = network(204, null)
  show()
  expect(screen.getByRole('dialog', { name: /^Effacer mes données de cette séance/ })).toHaveTextContent(
    /vos histoires.*Restent.: ce qui a été écrit sans nom/,
  )
  expect(screen.getByRole('radio', { name: /Restent, sans nom/ })).toBeChecked()
  await userEvent.click(screen.getByRole('radio', { name: /Sont retirés/ }))
  expect(asked).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Effacer mes données' }))
  expect(asked).toEqual([['/api/sessions/s1/erase', { person: 'p1', signed: 'removed' }]])
  expect(onErased).toHaveBeenCalledOnce()
})

test('[E10] a facilitator sees whose data, and a refusal is said in words', async () => {
  network(403, { refusal: 'not-allowed' })
  show('Noé')
  expect(screen.getByRole('dialog', { name: /^Effacer les données de Noé/ })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Effacer ses données' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Vous n’avez pas le droit')
  expect(onErased).not.toHaveBeenCalled()
})

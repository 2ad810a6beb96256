/** What was private becomes public: docs/spec/wall.md, M83. */
import { kinds, readWall, type Viewer } from '@escale/shared'
import { SHARED_WALL, type WallDefinition } from '@escale/shared/activities/wall'
import { act, fireEvent, render, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { allLoaded } from '../../../testkit/all-loaded.ts'
import { Seat, somebody, Theatre } from '../../../testkit/KindTheatre.tsx'
import * as wallModule from '../index.ts'

const AWA: Viewer = { id: 'awa', role: 'participant' }
const FAC: Viewer = { id: 'fac', role: 'facilitator' }
const NOTICE = 'Les post-it sont révélés'

vi.setConfig({ testTimeout: 20_000 })
let theatre: Theatre
beforeEach(() => {
  localStorage.clear()
  theatre = new Theatre({
    kind: 'wall',
    definition: { ...(kinds.wall.defaults.definition as WallDefinition), flow: 'private' },
    durationMs: 60_000,
    people: [somebody('fac', 'facilitator', 1), somebody('awa', 'participant', 2)],
  })
})

const seat = async (viewer: Viewer, surface: 'Participant' | 'Console' = 'Participant') => {
  const { container, unmount } = render(
    <Seat theatre={theatre} module={wallModule} viewer={viewer} surface={surface} />,
  )
  await allLoaded()
  return { view: within(container), unmount }
}
type View = Awaited<ReturnType<typeof seat>>['view']
const fieldOf = (view: View) => view.getByRole('textbox', { name: 'Nouveau post-it', hidden: true })
const write = (view: View, text: string) => fireEvent.change(fieldOf(view), { target: { value: text } })
const send = (view: View) => fireEvent.keyDown(fieldOf(view), { key: 'Enter' })
const reveal = async () => {
  await act(async () => void theatre.act(FAC, { type: 'reveal' }))
  await allLoaded()
}
const textsOn = () =>
  readWall(theatre.documents.open('the-activity', SHARED_WALL).state.doc).notes.map(({ text }) => text)

test('[M83] who wrote in private is told, sees the wall, and is asked once before more is sent', async () => {
  const { view } = await seat(AWA)
  write(view, 'Marcher')
  send(view)
  await reveal()
  expect(view.getByText(NOTICE)).toBeVisible()
  expect(document.querySelector('body > [role="status"]')).toHaveTextContent(
    'Désormais, tout le monde voit ce que vous envoyez.',
  )
  expect(view.getByRole('button', { name: /^Le mur/ })).toHaveAttribute('aria-pressed', 'true')
  const before = textsOn()
  write(view, 'Encore')
  send(view)
  fireEvent.click(view.getByRole('button', { name: 'Garder pour moi' }))
  expect([fieldOf(view), textsOn()]).toMatchObject([{ value: 'Encore' }, before])
  send(view)
  fireEvent.click(within(view.getByRole('dialog')).getByRole('button', { name: 'Envoyer' }))
  expect(textsOn()).toContain('Encore')
  expect(fieldOf(view)).toHaveValue('')
  expect(view.queryByText(NOTICE)).toBeNull()
  write(view, 'Et encore')
  send(view)
  expect(view.queryByRole('dialog')).toBeNull()
  expect(textsOn()).toContain('Et encore')
})

test('[M83] it is said after a reload too, until it is known; and to nobody who was not there before, nor to facilitators', async () => {
  const first = await seat(AWA)
  first.unmount()
  await reveal()
  const again = await seat(AWA)
  fireEvent.click(again.view.getByRole('button', { name: 'J’ai compris' }))
  expect(again.view.queryByText(NOTICE)).toBeNull()
  expect(again.view.getByRole('button', { name: /^Le mur/ })).toHaveFocus()
  again.unmount()
  expect((await seat(AWA)).view.queryByText(NOTICE)).toBeNull()
  await act(async () => void theatre.act(FAC, { type: 'hide' }))
  const { view } = await seat(FAC, 'Participant')
  await reveal()
  expect(view.queryByText(NOTICE)).toBeNull()
})

test('[M83] nobody is led away from what they are writing', async () => {
  const { view } = await seat(AWA)
  fieldOf(view).focus()
  write(view, 'Au milieu d’une')
  await reveal()
  expect(view.getByText(NOTICE)).toBeVisible()
  expect(fieldOf(view)).toHaveFocus()
  expect(view.getByRole('button', { name: /^Le mur/ })).toHaveAttribute('aria-pressed', 'false')
})

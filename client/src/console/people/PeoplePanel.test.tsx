import { blankWorkshop, type MessageTo, roster } from '@escale/shared'
import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { type GroupsNow, useTellGroups } from '../../activities/kit/groups.ts'
import { chooseLanguage } from '../../i18n/language.ts'
import { ConsoleSeat, ConsoleTheatre } from '../../testkit/ConsoleTheatre.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'

function open() {
  const onSee = vi.fn<(room: string) => void>()
  const onMessage = vi.fn<(to: MessageTo) => void>()
  const theatre = new ConsoleTheatre(blankWorkshop('fr'))
  render(
    <ConsoleSeat theatre={theatre}>
      <PeoplePanel searchRef={createRef()} onSee={onSee} onMessage={onMessage} />
    </ConsoleSeat>,
  )
  const join = (id: string, name: string, how: { newcomer?: true } = {}) =>
    act(async () => theatre.join(id, 'participant', name, how))
  return {
    theatre,
    onSee,
    onMessage,
    join,
    user: userEvent.setup(),
    ids: () => roster(theatre.state).map((p) => p.id),
  }
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const said = () => document.querySelector('[aria-live="polite"]')?.textContent ?? ''

// Roles are looked up in a whole panel, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 20_000 })

beforeEach(() => chooseLanguage('fr'))

test('[X3] two people of one name are told apart in the list, and found by it', async () => {
  const { join } = open()
  await join('ada', 'Camille')
  await join('bob', 'Camille')
  await join('eve', 'Ève')
  expect(screen.getByText('Camille (1)')).toBeVisible()
  expect(screen.getByText('Camille (2)')).toBeVisible()
  expect(screen.getByText('Ève')).toBeVisible()
})

test('[S54] from a person in the list one writes to that person, and to nobody without a device', async () => {
  const { theatre, join, user, onMessage } = open()
  await join('ada', 'Camille')
  await user.click(button('Gestes pour Camille'))
  await user.click(screen.getByRole('menuitem', { name: 'Écrire à Camille' }))
  expect(onMessage).toHaveBeenCalledExactlyOnceWith({ person: 'ada' })
  await act(async () => theatre.do({ type: 'add-person', person: 'old' }))
  expect(theatre.state.people['old']?.hasDevice).toBe(false)
  expect(screen.getAllByRole('button', { name: /^Gestes pour/ })).toHaveLength(1)
})

test('[S40] people are let in one by one: who waits is said and seen, and the focus never falls', async () => {
  const { theatre, join, user, ids } = open()
  await user.click(screen.getByRole('switch', { name: 'Entrée sur accord' }))
  expect(theatre.state.approval).toBe(true)
  await join('ada', 'Ada')
  await expect.poll(said).toMatch(/1 personne attend à la porte/)
  await join('bob', 'Bob')
  await join('eve', 'Ève')
  expect(screen.getByRole('region', { name: '3 personnes attendent' })).toBeVisible()
  expect(ids()).not.toContain('ada')
  await user.click(button('Faire entrer Ada'))
  expect(ids()).toContain('ada')
  expect(button('Tout faire entrer')).toBeVisible()
  expect(document.activeElement).not.toBe(document.body)
  await user.click(button('Refuser Bob'))
  expect(theatre.state.people['bob']?.removed).toBe(true)
  await user.click(button('Faire entrer Ève'))
  expect(screen.getByRole('heading', { name: 'Personnes' })).toHaveFocus()
})

test('[S40] all at once: let in, or refused', async () => {
  const { theatre, join, user, ids } = open()
  theatre.do({ type: 'approval', on: true })
  for (const id of ['a', 'b']) await join(id, id)
  await user.click(button('Tout faire entrer'))
  expect(ids()).toEqual(['claire', 'samir', 'a', 'b'])
  for (const id of ['c', 'd']) await join(id, id)
  await user.click(button('Tout refuser'))
  expect(theatre.state.people['c']?.removed).toBe(true)
  expect(ids()).toEqual(['claire', 'samir', 'a', 'b'])
})

test('[S41] many are chosen by a rule and by hand, removed once one has said yes, and that is undone as one thing', async () => {
  const { theatre, join, user, ids } = open()
  await join('ada', 'Ada')
  for (const id of ['g1', 'g2']) await join(id, id, { newcomer: true })
  await user.click(button('Retirer plusieurs personnes'))
  const choice = screen.getByRole('region', { name: 'Retirer plusieurs personnes' })
  expect(within(choice).getByRole('button', { name: /^Retirer 0/ })).toBeDisabled()
  await user.click(button('Cocher les personnes sans activité'))
  expect(within(choice).getByRole('status')).toHaveTextContent('2 personnes cochées')
  expect(screen.getByRole('checkbox', { name: 'Ada' })).not.toBeChecked()
  await user.click(screen.getByRole('checkbox', { name: 'g2' }))
  await user.click(screen.getByRole('checkbox', { name: 'Ada' }))
  expect(screen.queryByRole('checkbox', { name: 'Claire' })).toBeNull()
  await user.click(within(choice).getByRole('button', { name: 'Retirer 2 personnes' }))
  const dialog = screen.getByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Retirer 2 personnes' }))
  expect(ids()).toEqual(['claire', 'samir', 'g2'])
  expect(button('Retirer plusieurs personnes')).toHaveFocus()
  act(() => void theatre.do({ type: 'undo', seq: theatre.state.undo.at(-1)?.seq ?? 0 }))
  expect(ids()).toEqual(['claire', 'samir', 'ada', 'g1', 'g2'])
})

test('[R38] from a person who was found: their group is seen, they change group, and their group is written to', async () => {
  const { theatre, onSee, join, user } = open()
  await join('ada', 'Ada')
  await join('bob', 'Bob')
  const told: GroupsNow = {
    activity: 'groups',
    rooms: [
      { key: 'g1', number: 1, people: 1 },
      { key: 'g2', number: 2, people: 0 },
    ],
    roomOf: (person) => (person === 'ada' ? 'g1' : undefined),
    moveOf: (person, to) => ({ type: 'move', person, to }),
    see: () => {},
  }
  const { unmount } = render(<Told groups={told} />)
  const send = vi.spyOn(theatre.live, 'send')
  await user.type(screen.getByRole('searchbox'), 'ada')
  await user.click(button('Gestes pour Ada'))
  await user.click(screen.getByRole('menuitem', { name: 'Voir son groupe (groupe 1)' }))
  expect(onSee).toHaveBeenCalledWith('g1')
  await user.click(button('Gestes pour Ada'))
  await user.click(screen.getByRole('menuitem', { name: 'Changer de groupe…' }))
  expect(button(/^Groupe 1/)).toBeDisabled()
  await user.click(button(/^Groupe 2/))
  expect(send).toHaveBeenCalledWith({
    type: 'act',
    activity: 'groups',
    action: { type: 'move', person: 'ada', to: 'g2' },
  })
  // The same in what opens on a press on the name; who is in no group is put in one.
  await user.clear(screen.getByRole('searchbox'))
  await user.click(button(/Gérer Bob/))
  expect(
    within(screen.getByRole('dialog')).getByRole('button', { name: 'Mettre dans un groupe…' }),
  ).toBeVisible()
  unmount()
  expect(
    within(screen.getByRole('dialog')).queryByRole('button', { name: 'Mettre dans un groupe…' }),
  ).toBeNull()
})

function Told({ groups }: { readonly groups: GroupsNow }) {
  useTellGroups(groups)
  return null
}

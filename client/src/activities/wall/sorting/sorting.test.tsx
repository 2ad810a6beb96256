import { kinds, readWall, type Viewer } from '@escale/shared'
import { SHARED_WALL, type WallDefinition } from '@escale/shared/activities/wall'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { allLoaded } from '../../../testkit/all-loaded.ts'
import { Seat, somebody, Theatre } from '../../../testkit/KindTheatre.tsx'
import { drags } from '../drags.ts'
import * as wallModule from '../index.ts'

const AWA: Viewer = { id: 'awa', role: 'participant' }
const FAC: Viewer = { id: 'fac', role: 'facilitator' }

vi.setConfig({ testTimeout: 20_000 })
beforeEach(() => {
  localStorage.clear()
})

const theatreOf = (texts: readonly string[], definition: Partial<WallDefinition> = {}) => {
  const theatre = new Theatre({
    kind: 'wall',
    definition: { ...(kinds.wall.defaults.definition as WallDefinition), ...definition },
    durationMs: 60_000,
    people: [somebody('fac', 'facilitator', 1), somebody('awa', 'participant', 2)],
  })
  for (const [i, text] of texts.entries())
    theatre.write(FAC, { type: 'put', note: { id: `n${i}`, text, colour: 0, zone: '' } })
  return theatre
}
const settle = () => allLoaded()
const seat = async (theatre: Theatre, viewer: Viewer, surface: 'Participant' | 'Console' | 'Screen') => {
  const { container } = render(
    <Seat theatre={theatre} module={wallModule} viewer={viewer} surface={surface} />,
  )
  await settle()
  const view = within(container)
  // What one sorts with comes last of all.
  if (surface === 'Console') await view.findByRole('button', { name: 'Défaire mon dernier geste sur le mur' })
  return view
}
const contentOf = (theatre: Theatre) =>
  readWall(theatre.documents.open('the-activity', SHARED_WALL).state.doc)
const frame = () => act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())))
const THREE = ['un', 'deux', 'trois']

describe('selecting', () => {
  test('[M41] with the keyboard: pick, group under a name, and everybody has the stack as one thing', async () => {
    const theatre = theatreOf(THREE)
    const view = await seat(theatre, FAC, 'Console')
    const wall = within(view.getByRole('region', { name: 'Le mur' }))
    const first = wall.getByRole('button', { name: /: un/ })
    act(() => first.focus())
    fireEvent.keyDown(first, { key: 'x' })
    expect(wall.getByRole('checkbox', { name: /: un/ })).toHaveFocus()
    fireEvent.click(wall.getByRole('checkbox', { name: /: trois/ }), { shiftKey: true })
    const bar = within(await wall.findByRole('toolbar', { name: 'Sélection' }))
    expect(bar.getByText('3 post-it choisis')).toBeVisible()
    fireEvent.click(wall.getByRole('checkbox', { name: /: deux/ }))
    fireEvent.click(bar.getByRole('button', { name: 'Regrouper' }))
    const name = screen.getByRole('textbox', { name: 'Nom de la pile' })
    fireEvent.change(name, { target: { value: 'Nombres' } })
    await act(async () => void fireEvent.submit(name))
    await frame()
    expect(contentOf(theatre).stacks).toMatchObject([{ title: 'Nombres', notes: ['n0', 'n2'] }])
    fireEvent.keyDown(wall.getByRole('checkbox', { name: /: deux/ }), { key: 'Escape' })
    fireEvent.keyDown(wall.getByRole('checkbox', { name: /: deux/ }), { key: 'Escape' })
    const stack = within(wall.getByRole('article', { name: /^Pile\s: Nombres$/ }))
    expect(stack.getAllByRole('listitem')).toHaveLength(1)
    fireEvent.click(stack.getByRole('button', { name: /Nombres/ }))
    expect(stack.getAllByRole('listitem')).toHaveLength(2)
    const room = await seat(theatre, { id: null, role: 'screen' }, 'Screen')
    expect(room.getByRole('article', { name: /Nombres/ })).toHaveTextContent('2 post-it')
  })

  test('[M41] participants have the tools that their rights allow, and none without rights', async () => {
    const own = await seat(theatreOf(THREE), AWA, 'Participant')
    fireEvent.click(own.getByRole('button', { name: 'Sélectionner' }))
    await settle()
    const bar = within(own.getByRole('toolbar', { name: 'Sélection' }))
    expect(bar.queryByRole('button', { name: /Regrouper|Fusionner|Écarter/ })).toBeNull()
    for (const box of own.getAllByRole('checkbox')) expect(box).toBeDisabled()
    const none = await seat(
      theatreOf(THREE, { rights: { edit: 'none', move: 'none', remove: 'none' } }),
      AWA,
      'Participant',
    )
    expect(none.queryByRole('button', { name: 'Sélectionner' })).toBeNull()
  })

  test('[M42] duplicates are proposed, and merged; undone, both are there again', async () => {
    const theatre = theatreOf(['Été', 'hiver', ' ete'])
    const view = await seat(theatre, FAC, 'Console')
    fireEvent.click(view.getByRole('button', { name: 'Sélectionner' }))
    fireEvent.click(view.getByRole('button', { name: 'Chercher les doublons' }))
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Fusionner ces 2/ })))
    await frame()
    expect(contentOf(theatre).notes.map((note) => note.text)).toEqual(['Été', 'hiver'])
    expect(screen.getByText(/Aucun doublon/)).toBeVisible()
    await act(async () => void fireEvent.click(view.getByRole('button', { name: /^Défaire mon dernier/ })))
    await frame()
    expect(contentOf(theatre).notes.map((note) => note.text)).toEqual(['Été', 'hiver', ' ete'])
  })
})

describe('undo', () => {
  test('[M45] [M47] Ctrl+Z on the wall is the wall’s, in a field it is the text’s; N writes only from the wall', async () => {
    const theatre = theatreOf(THREE)
    const view = await seat(theatre, FAC, 'Console')
    const outside = vi.fn((event: KeyboardEvent) => event.defaultPrevented)
    document.addEventListener('keydown', outside)
    const wall = within(view.getByRole('region', { name: 'Le mur' }))
    const first = wall.getByRole('button', { name: /: un/ })
    fireEvent.keyDown(first, { key: 'End', altKey: true })
    await frame()
    const texts = () => contentOf(theatre).notes.map((note) => note.text)
    await waitFor(() => expect(texts()).toEqual(['deux', 'trois', 'un']))
    await act(async () => void fireEvent.keyDown(first, { key: 'z', ctrlKey: true }))
    await frame()
    expect(texts()).toEqual(THREE)
    expect(outside).toHaveLastReturnedWith(true)
    await act(async () => void fireEvent.keyDown(first, { key: 'Z', ctrlKey: true, shiftKey: true }))
    await frame()
    expect(texts()).toEqual(['deux', 'trois', 'un'])
    fireEvent.click(wall.getByRole('button', { name: 'Liste' }))
    const search = await wall.findByRole('searchbox')
    for (const keys of [{ key: 'z', ctrlKey: true }, { key: 'n' }]) fireEvent.keyDown(search, keys)
    expect(outside).toHaveLastReturnedWith(false)
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.keyDown(view.getByRole('button', { name: /Fermer le mur/ }), { key: 'n' })
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.keyDown(wall.getByRole('button', { name: /: un/ }), { key: 'n' })
    expect(screen.getByRole('dialog', { name: 'Nouveau post-it' })).toBeVisible()
    document.removeEventListener('keydown', outside)
  })

  test('[M45] what somebody else rewrote since is not undone, and that is said', async () => {
    const theatre = theatreOf(THREE)
    const view = await seat(theatre, FAC, 'Console')
    fireEvent.click(view.getByRole('button', { name: /: un/ }))
    await settle()
    fireEvent.change(screen.getByRole('textbox', { name: 'Texte' }), { target: { value: 'mien' } })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' })))
    theatre.write(FAC, { type: 'edit', id: 'n0', base: 'mien', text: 'leur' })
    await frame()
    fireEvent.click(view.getByRole('button', { name: /^Défaire mon dernier/ }))
    expect(await view.findByRole('alert')).toHaveTextContent(/ne peut plus être défait/)
    expect(contentOf(theatre).notes[0]?.text).toBe('leur')
  })
})

describe('writing from the wall', () => {
  test('a double press in a zone begins a note there: in a dialog for facilitators, in the field for others', async () => {
    const zones = [
      { id: 'z1', title: 'Envies' },
      { id: 'z2', title: 'Freins' },
    ]
    const theatre = theatreOf([], { zones })
    const view = await seat(theatre, FAC, 'Console')
    const heading = { name: /^Freins/ }
    fireEvent.doubleClick(view.getByRole('heading', heading))
    expect(within(await screen.findByRole('dialog')).getByRole('combobox', { name: 'Zone' })).toHaveValue(
      'z2',
    )
    const mine = await seat(theatre, AWA, 'Participant')
    fireEvent.doubleClick(mine.getByRole('heading', heading))
    await frame()
    expect(mine.getByRole('textbox', { name: 'Nouveau post-it' })).toHaveFocus()
    expect(mine.getByRole('combobox', { name: 'Zone' })).toHaveValue('z2')
    // Taken once: a field that comes again after the wall was closed has what its owner chose since.
    fireEvent.change(mine.getByRole('combobox', { name: 'Zone' }), { target: { value: 'z1' } })
    act(() => void theatre.act(FAC, { type: 'lock' }))
    expect(mine.queryByRole('textbox', { name: 'Nouveau post-it' })).toBeNull()
    act(() => void theatre.act(FAC, { type: 'unlock' }))
    expect(mine.getByRole('combobox', { name: 'Zone' })).toHaveValue('z1')
  })
})

describe('the list', () => {
  test('[M40] is beside every layout, has its search and its keys, and opens notes', async () => {
    const theatre = theatreOf(THREE, { layout: 'canvas' })
    const view = await seat(theatre, AWA, 'Participant')
    const wall = within(view.getByRole('region', { name: 'Le mur' }))
    fireEvent.click(wall.getByRole('button', { name: 'Liste' }))
    await settle()
    const list = within(wall.getByRole('list', { name: 'Post-it en liste' }))
    const rows = list.getAllByRole('listitem')
    expect(rows.map((row) => row.getAttribute('aria-posinset'))).toEqual(['1', '2', '3'])
    fireEvent.change(wall.getByRole('searchbox'), { target: { value: 'TROÏS' } })
    expect(await wall.findByText('1 post-it sur 3')).toBeVisible()
    expect(list.getAllByRole('listitem')).toHaveLength(1)
    fireEvent.change(wall.getByRole('combobox', { name: 'Trier par' }), { target: { value: 'author' } })
    expect(wall.getByRole('heading', { name: /^Fac 1$/ })).toBeVisible()
  })
})

describe('no drag without another way', () => {
  test.each(drags)('[M48] $id', async ({ id, alternative: { role, name } }) => {
    const theatre = theatreOf(THREE, { layout: id.startsWith('wall-board') ? 'canvas' : 'columns' })
    const view = await seat(theatre, FAC, 'Console')
    await settle()
    if (id === 'wall-column-note') fireEvent.click(view.getByRole('button', { name: 'Sélectionner' }))
    expect(await view.findByRole(role, { name })).toBeVisible()
  })

  test('[M48] wall-column-note, wall-board-note, wall-board-pan, wall-board-lasso, wall-board-map: all are looked for', () => {
    expect(drags.map((drag) => drag.id).toSorted()).toEqual([
      'wall-board-lasso',
      'wall-board-map',
      'wall-board-note',
      'wall-board-pan',
      'wall-column-note',
    ])
  })
})

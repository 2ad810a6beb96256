import { addNote, type Person, readWall } from '@escale/shared'
import { PLAIN_WALL, partAt, SHARED_WALL, type WallDefinition, wall } from '@escale/shared/activities/wall'
import { fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { allLoaded } from '../../../testkit/all-loaded.ts'
import { Seat, somebody, Theatre } from '../../../testkit/KindTheatre.tsx'
import { openDrawer } from '../../../testkit/open-drawer.ts'
import { Editor } from '../Editor.tsx'
import * as wallModule from '../index.ts'

vi.setConfig({ testTimeout: 20_000 })
beforeEach(() => {
  localStorage.clear()
})

/** The editor as the shell holds it; gives the definition as it is now. Every step must be a definition. */
function edit(start: Partial<WallDefinition> = {}): () => WallDefinition {
  let now: WallDefinition = { ...PLAIN_WALL, ...start }
  function Shell() {
    const [definition, setDefinition] = useState(now)
    now = definition
    return (
      <Editor
        definition={definition}
        durationMs={60_000}
        onChange={(next) => setDefinition(wall.definition.parse(next))}
      />
    )
  }
  render(<Shell />)
  return () => now
}
/** By their words: roles are looked up in the whole editor, which takes seconds. */
const press = (words: string) => fireEvent.click(screen.getByText(words, { selector: 'button, button *' }))
const put = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

describe('preparing a wall', () => {
  test('a template sets layout, zones, background, axes and categories, and nothing else', () => {
    const now = edit({ prompt: 'Quoi ?', flow: 'inbox', zones: [{ id: 'z', title: 'Ancienne' }] })
    press('Matrice effort et impact')
    expect(now()).toMatchObject({
      ...{ layout: 'matrix', zones: [], prompt: 'Quoi ?', flow: 'inbox' },
      axes: { left: 'Peu d’effort', top: 'Beaucoup d’impact' },
    })
    press('Frise')
    expect(now()).toMatchObject({ layout: 'timeline', axes: { left: 'Au début', top: '' } })
    expect(now().categories).toHaveLength(3)
    press('Arbre')
    expect(now()).toMatchObject({ layout: 'picture', background: 'tree', categories: [] })
  })

  test('a layout shows what belongs to it, and keeps it for the way back', () => {
    const now = edit({ layout: 'matrix', axes: { left: 'a', right: 'b', bottom: 'c', top: 'd' } })
    expect(screen.getByLabelText('Matrice')).toBeChecked()
    fireEvent.click(screen.getByLabelText('Frise'))
    expect(screen.queryByLabelText('En haut')).toBeNull()
    put('À gauche', 'hier')
    expect(now().axes).toEqual({ left: 'hier', right: 'b', bottom: 'c', top: 'd' })
    fireEvent.click(screen.getByLabelText('Sur un fond'))
    fireEvent.click(screen.getByLabelText('Cercles'))
    expect(now()).toMatchObject({ layout: 'picture', background: 'circles' })
  })

  test('lines become as many starter notes; an emptied one is gone', () => {
    const now = edit({ zones: [{ id: 'z', title: 'Idées' }] })
    put('Zone des nouveaux post-it', 'z')
    put('Nouveaux post-it, un par ligne', ' un \n\ndeux\n')
    press('Ajouter 2 post-it')
    expect(now().starters).toEqual([
      { text: 'un', zone: 'z' },
      { text: 'deux', zone: 'z' },
    ])
    const first = screen.getByLabelText('Post-it de départ 1')
    fireEvent.change(first, { target: { value: ' ' } })
    fireEvent.blur(first)
    expect(now().starters.map(({ text }) => text)).toEqual(['deux'])
  })

  test('dimensions: a scale at first, then tags, one a line, however one types them', () => {
    const now = edit()
    press('Ajouter une dimension')
    expect(now().dimensions).toMatchObject([{ type: 'scale', max: 5 }])
    put('Genre de la dimension 1', 'tag')
    put('Étiquettes, une par ligne', 'court\ncourt\n\nlong\n')
    expect(now().dimensions).toMatchObject([{ type: 'tag', tags: ['court', 'long'] }])
    expect(screen.getByDisplayValue(/court\s+court\s+long/)).toBeInTheDocument()
  })

  test('the time for writing is minutes and seconds; an emptied field waits for a number', () => {
    const now = edit()
    fireEvent.click(screen.getByLabelText('Limiter le temps d’écriture'))
    const minutes = screen.getByLabelText('Minutes')
    fireEvent.change(minutes, { target: { value: '' } })
    expect(now().writingMs).toBe(300_000)
    fireEvent.change(minutes, { target: { value: '2' } })
    put('Secondes', '30')
    expect(now().writingMs).toBe(150_000)
  })
})

describe('while people write', () => {
  const people: readonly Person[] = [somebody('fac', 'facilitator', 1), somebody('awa', 'participant', 2)]
  const theatreOf = (definition: Partial<WallDefinition>) =>
    new Theatre({ kind: 'wall', definition: { ...PLAIN_WALL, ...definition }, durationMs: 60_000, people })
  const seat = async (theatre: Theatre, id: 'fac' | 'awa') => {
    const viewer = { id, role: id === 'fac' ? 'facilitator' : 'participant' } as const
    const surface = id === 'fac' ? 'Console' : 'Participant'
    const { container } = render(<Seat {...{ theatre, viewer, surface }} module={wallModule} />)
    await allLoaded()
    return within(container)
  }

  test('[M62] one click changes the layout for everybody; a half-typed axis is nobody’s yet', async () => {
    const theatre = theatreOf({})
    const view = await seat(theatre, 'fac')
    const shown = () => theatre.stage({ id: 'awa', role: 'participant' }).view
    await openDrawer(view, 'Disposition')
    fireEvent.click(view.getByRole('button', { name: 'Frise' }))
    expect(view.getByRole('button', { name: 'Frise', pressed: true })).toBeVisible()
    expect(shown()).toMatchObject({ layout: 'timeline' })
    const field = view.getByRole('textbox', { name: 'À gauche' })
    fireEvent.change(field, { target: { value: 'Hi' } })
    expect(shown()).toMatchObject({ axes: { left: '' } })
    fireEvent.change(field, { target: { value: 'Hier' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(shown()).toMatchObject({ axes: { left: 'Hier' } })
  })

  test('[M60] a note is written into a part of the drawing, and put into another, without dragging', async () => {
    const theatre = theatreOf({ layout: 'picture', background: 'hopes-fears' })
    const { doc } = theatre.documents.open('the-activity', SHARED_WALL).state
    const partNow = () => {
      const [note] = readWall(doc).notes
      return note?.at.picture && partAt('hopes-fears', note.at.picture)
    }
    const view = await seat(theatre, 'awa')
    fireEvent.change(await view.findByLabelText('Place'), { target: { value: 'fears' } })
    const field = view.getByLabelText('Nouveau post-it')
    fireEvent.change(field, { target: { value: 'Oser' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(partNow()).toBe('fears')
    const [card] = await view.findAllByLabelText(/Oser/, { selector: 'button' })
    if (card) fireEvent.click(card)
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByLabelText('Place')).toHaveValue('fears')
    fireEvent.change(dialog.getByLabelText('Place'), { target: { value: 'hopes' } })
    fireEvent.click(dialog.getByText('Enregistrer'))
    expect(partNow()).toBe('hopes')
  })

  test('[M63] a note’s author gives it a value, which stands on its card', async () => {
    const dimensions: WallDefinition['dimensions'] = [{ type: 'scale', id: 'e', label: 'Effort', max: 5 }]
    const theatre = theatreOf({ dimensions })
    const { doc } = theatre.documents.open('the-activity', SHARED_WALL).state
    addNote(doc, { id: 'a', text: 'Relier', author: 'awa', createdAt: 1, values: { e: 2 } })
    const view = await seat(theatre, 'awa')
    const [card] = await view.findAllByRole('button', { name: /Relier, Effort 2\/5/ })
    if (card) fireEvent.click(card)
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(await dialog.findByRole('combobox', { name: 'Effort' }), { target: { value: '5' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Enregistrer' }))
    expect(readWall(doc).notes[0]?.values).toEqual({ e: 5 })
    expect(await view.findAllByText('5/5')).not.toHaveLength(0)
  })
})

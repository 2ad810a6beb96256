import { addNote, kinds, readWall, type Viewer } from '@escale/shared'
import { SHARED_WALL, type ThemeProposal, type WallDefinition } from '@escale/shared/activities/wall'
import { act, configure, fireEvent, render, screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { allLoaded } from '../../../testkit/all-loaded.ts'
import { Seat, somebody, Theatre } from '../../../testkit/KindTheatre.tsx'
import '../Console.tsx'
import * as wallModule from '../index.ts'
import './ThemesDialog.tsx'

const FAC: Viewer = { id: 'fac', role: 'facilitator' }
const TEXTS = { a: 'Des vélos', b: 'Des pistes cyclables', c: 'Planter des arbres', d: 'Un jardin', e: 'Zut' }
const PROPOSAL: ThemeProposal = {
  grain: 3,
  themes: [
    { title: 'Vélos', words: ['vélos', 'pistes'], notes: ['a', 'b'] },
    { title: 'Arbres', words: ['arbres'], notes: ['c', 'd'] },
  ],
  alone: ['e'],
}

// A busy machine takes its time to draw.
vi.setConfig({ testTimeout: 20_000 })
configure({ asyncUtilTimeout: 8_000 })

let asked: unknown[] = []
let answer: () => Response = () => Response.json(PROPOSAL)
beforeEach(() => {
  asked = []
  answer = () => Response.json(PROPOSAL)
  localStorage.clear()
  sessionStorage.clear()
  // The server's own answers are tested in server/src/activities/wall/themes.
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push([path.replace(/^.*activities/, ''), JSON.parse(String(init.body))])
    return answer()
  })
})

async function openDialog(
  definition: Partial<WallDefinition> = {},
  more: Readonly<Record<string, string>> = {},
) {
  const theatre = new Theatre({
    kind: 'wall',
    definition: { ...(kinds.wall.defaults.definition as WallDefinition), zones: [], ...definition },
    durationMs: 60_000,
    people: [somebody('fac', 'facilitator', 1)],
  })
  const { doc } = theatre.documents.open('the-activity', SHARED_WALL).state
  for (const [at, [id, text]] of Object.entries({ ...TEXTS, ...more }).entries())
    addNote(doc, { id, text, createdAt: at })
  render(<Seat theatre={theatre} module={wallModule} viewer={FAC} surface="Console" />)
  await allLoaded()
  fireEvent.click(await screen.findByRole('button', { name: 'Regrouper par thème…' }))
  await allLoaded()
  const dialog = within(await screen.findByRole('dialog', { name: 'Regrouper par thème' }))
  const stacks = () => readWall(doc).stacks.map(({ title, notes }) => [title, ...notes])
  return { dialog, stacks, doc }
}

test('[M69] a proposal is corrected with the keyboard alone, accepted, and taken back', async () => {
  const { dialog, stacks, doc } = await openDialog()
  expect(await dialog.findByText('Mots : vélos, pistes')).toBeInTheDocument()
  expect(asked).toEqual([['/the-activity/proposal', { type: 'themes', withinZones: false }]])
  expect(stacks()).toEqual([])

  const title = dialog.getByRole('textbox', { name: 'Titre du groupe 1' })
  fireEvent.change(title, { target: { value: 'Mobilité' } })
  const stray = dialog.getByRole('checkbox', { name: 'Zut' })
  fireEvent.click(stray)
  fireEvent.keyDown(stray, { key: 'm' })
  const list = dialog.getByRole('combobox', { name: 'Déplacer dans…' })
  expect(list).toHaveFocus()
  fireEvent.change(list, { target: { value: within(list).getByText<HTMLOptionElement>('Arbres').value } })
  fireEvent.click(dialog.getByRole('button', { name: 'Déplacer ici' }))
  expect(dialog.getByRole('group', { name: 'Arbres (3)' })).toBeInTheDocument()
  expect(dialog.getByRole('heading', { name: 'Sans thème (0)' })).toBeInTheDocument()
  expect(stacks()).toEqual([])

  // Somebody writes meanwhile: that note stays alone.
  addNote(doc, { id: 'late', text: 'Encore un vélo', createdAt: 99 })
  fireEvent.click(dialog.getByRole('button', { name: 'Poser 2 groupes sur le mur' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Défaire ces groupes' }))
  expect(stacks()).toEqual([])
})

test('[M69] what is accepted stands on the wall as it was corrected', async () => {
  const { dialog, stacks } = await openDialog()
  fireEvent.click(await dialog.findByRole('button', { name: 'Défaire le groupe\u00a0: Vélos' }))
  expect(dialog.getByRole('heading', { name: 'Sans thème (3)' })).toHaveFocus()
  fireEvent.click(dialog.getByRole('button', { name: 'Poser 1 groupe sur le mur' }))
  expect(await screen.findByText('1 groupe posé sur le mur.')).toBeInTheDocument()
  expect(stacks()).toEqual([['Arbres', 'c', 'd']])
})

test('[M69] what was corrected is there again after the dialog was closed, and can be put away', async () => {
  const { dialog } = await openDialog()
  const titleIn = (within_: typeof dialog) => within_.getByRole('textbox', { name: 'Titre du groupe 1' })
  await dialog.findByText('2 groupes')
  fireEvent.change(titleIn(dialog), { target: { value: 'Mobilité' } })
  const reopen = async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Fermer' }))
    fireEvent.click(screen.getByRole('button', { name: 'Regrouper par thème…' }))
    await allLoaded()
    return within(await screen.findByRole('dialog', { name: 'Regrouper par thème' }))
  }
  const again = await reopen()
  await again.findByText('2 groupes')
  expect(titleIn(again)).toHaveValue('Mobilité')
  expect(again.getByText('Votre brouillon est revenu.', { exact: false })).toBeInTheDocument()
  fireEvent.click(again.getByRole('button', { name: 'Ne pas le garder' }))
  expect(titleIn(again)).toHaveValue('Vélos')
  const afresh = await reopen()
  await afresh.findByText('2 groupes')
  expect(titleIn(afresh)).toHaveValue('Vélos')
  expect(afresh.queryByText('Votre brouillon est revenu.', { exact: false })).toBeNull()

  // What stands on the wall is no draft any more.
  fireEvent.change(titleIn(afresh), { target: { value: 'Mobilité' } })
  fireEvent.click(afresh.getByRole('button', { name: 'Poser 2 groupes sur le mur' }))
  expect(await screen.findByText('2 groupes posés sur le mur.')).toBeInTheDocument()
  expect(sessionStorage.length).toBe(0)
})

test('[M69] finer groups are asked for; changes are not lost without a word', async () => {
  const { dialog } = await openDialog({
    zones: [
      { id: 'z1', title: '' },
      { id: 'z2', title: '' },
    ],
  })
  await dialog.findByText('2 groupes')
  await act(async () => fireEvent.click(dialog.getByRole('button', { name: 'Groupes plus fins' })))
  expect(asked.at(-1)).toEqual(['/the-activity/proposal', { type: 'themes', withinZones: true, grain: 4 }])
  fireEvent.click(dialog.getByRole('button', { name: 'Défaire le groupe\u00a0: Vélos' }))
  fireEvent.click(dialog.getByRole('checkbox', { name: 'Sans mélanger les zones' }))
  expect(asked).toHaveLength(2)
  await act(async () => fireEvent.click(dialog.getByRole('button', { name: 'Recalculer quand même' })))
  expect(asked.at(-1)).toEqual(['/the-activity/proposal', { type: 'themes', withinZones: false, grain: 4 }])
})

test('[M69] a refusal is said in words, and asked again', async () => {
  answer = () => Response.json({ refusal: 'rate-limited' }, { status: 429 })
  const { dialog } = await openDialog()
  expect(await dialog.findByRole('alert')).toHaveTextContent('C’est un peu rapide')
  answer = () => Response.json(PROPOSAL)
  fireEvent.click(dialog.getByRole('button', { name: 'Réessayer' }))
  expect(await dialog.findByText('2 groupes')).toBeInTheDocument()
})

test('[M69] of many notes a group shows the first, and all when it is asked; what is folded is moved like the rest', async () => {
  const ids = Array.from({ length: 130 }, (_, i) => `n${i}`)
  const groups = Array.from({ length: 10 }, (_, i) => ids.slice(i * 12, (i + 1) * 12))
  const themes = groups.map((notes, i) => ({ title: `Thème ${i + 1}`, words: [], notes }))
  answer = () => Response.json({ grain: 3, themes, alone: ids.slice(120) } satisfies ThemeProposal)
  const { dialog, stacks } = await openDialog({}, Object.fromEntries(ids.map((id) => [id, `Note ${id}`])))
  await dialog.findByText('10 groupes')
  expect(dialog.getAllByRole('checkbox', { name: /^Note / })).toHaveLength(11 * 3)

  const first = dialog.getByRole('button', { name: 'Voir les 12 post-it de\u00a0: Thème 1' })
  expect(first).toHaveAttribute('aria-expanded', 'false')
  fireEvent.click(first)
  expect(dialog.getByRole('checkbox', { name: 'Note n11' })).toBeInTheDocument()
  expect(first).toHaveAttribute('aria-expanded', 'true')
  fireEvent.click(first)
  expect(dialog.queryByRole('checkbox', { name: 'Note n11' })).toBeNull()

  fireEvent.click(dialog.getByRole('button', { name: 'Choisir tous les post-it de\u00a0: Thème 1' }))
  const list = dialog.getByRole('combobox', { name: 'Déplacer dans…' })
  fireEvent.change(list, { target: { value: within(list).getByText<HTMLOptionElement>('Thème 2').value } })
  fireEvent.click(dialog.getByRole('button', { name: 'Déplacer ici' }))
  expect(dialog.getByRole('group', { name: 'Thème 2 (24)' })).toBeInTheDocument()
  expect(stacks()).toEqual([])
})

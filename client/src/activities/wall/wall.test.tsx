import { addNote, kinds, limits, readWall, stackNotes, type Viewer } from '@escale/shared'
import { privatePage, SHARED_WALL, type WallDefinition } from '@escale/shared/activities/wall'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { chooseEnterKey } from '../../app/enter-key.ts'
import { allLoaded } from '../../testkit/all-loaded.ts'
import { Seat, somebody, Theatre } from '../../testkit/KindTheatre.tsx'
import { listen } from '../../testkit/listen.ts'
import { openDrawer } from '../../testkit/open-drawer.ts'
import * as wallModule from './index.ts'

const AWA: Viewer = { id: 'awa', role: 'participant' }
const FAC: Viewer = { id: 'fac', role: 'facilitator' }

vi.setConfig({ testTimeout: 20_000 })
// What a test is about is not how long a cold import takes.
beforeAll(() => import('./NoteCard.tsx'), 30_000)
beforeEach(() => {
  localStorage.clear()
})

const theatreOf = (definition: Partial<WallDefinition> = {}) =>
  new Theatre({
    kind: 'wall',
    definition: { ...(kinds.wall.defaults.definition as WallDefinition), prompt: 'Quoi ?', ...definition },
    durationMs: 60_000,
    people: [somebody('fac', 'facilitator', 1), somebody('awa', 'participant', 2)],
  })
const seat = async (theatre: Theatre, viewer: Viewer, surface: 'Participant' | 'Console' | 'Screen') => {
  const { container } = render(
    <Seat theatre={theatre} module={wallModule} viewer={viewer} surface={surface} />,
  )
  await allLoaded()
  return within(container)
}
const docOf = (theatre: Theatre, name = SHARED_WALL) => theatre.documents.open('the-activity', name).state.doc
/** Notes are read once per frame. */
const frame = () => act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())))

describe('a participant', () => {
  test('Enter sticks the note, Shift + Enter starts a line, and the words stay as written', async () => {
    const theatre = theatreOf()
    const view = await seat(theatre, AWA, 'Participant')
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    fireEvent.change(field, { target: { value: 'deux  fautes\nici' } })
    fireEvent.keyDown(field, { key: 'Enter', shiftKey: true })
    expect(readWall(docOf(theatre)).notes).toEqual([])
    fireEvent.keyDown(field, { key: 'Enter' })
    await frame()
    expect(readWall(docOf(theatre)).notes).toMatchObject([{ text: 'deux  fautes\nici', author: 'awa' }])
    expect(field).toHaveValue('')
  })

  test('whoever wants Enter to begin a line has it so, on this device; Ctrl + Enter then sticks', async () => {
    const theatre = theatreOf()
    const view = await seat(theatre, AWA, 'Participant')
    act(() => chooseEnterKey('breaks'))
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    expect(field).toHaveAttribute('enterkeyhint', 'enter')
    fireEvent.change(field, { target: { value: 'première' } })
    // Nobody has taken it for themselves: it does what Enter does.
    expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(true)
    await frame()
    expect(readWall(docOf(theatre)).notes).toEqual([])
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    await frame()
    expect(readWall(docOf(theatre)).notes).toMatchObject([{ text: 'première' }])
    act(() => chooseEnterKey('sends'))
    expect(field).toHaveAttribute('enterkeyhint', 'send')
  })

  test('from note to note the field keeps the focus, and a phone its keyboard', async () => {
    const theatre = theatreOf()
    const view = await seat(theatre, AWA, 'Participant')
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    await userEvent.type(field, 'une idée')
    await userEvent.click(view.getByRole('button', { name: 'Coller' }))
    expect(field).toHaveFocus()
    await userEvent.keyboard('une autre')
    expect(field).toHaveValue('une autre')
  })

  test('a draft survives a reload, and an empty note is not sent', async () => {
    const theatre = theatreOf()
    const first = render(<Seat theatre={theatre} module={wallModule} viewer={AWA} surface="Participant" />)
    const field = await first.findByRole('textbox', { name: 'Nouveau post-it' })
    fireEvent.keyDown(field, { key: 'Enter' })
    fireEvent.change(field, { target: { value: 'à finir' } })
    first.unmount()
    const again = await seat(theatre, AWA, 'Participant')
    expect(again.getByRole('textbox', { name: 'Nouveau post-it' })).toHaveValue('à finir')
    expect(readWall(docOf(theatre)).notes).toEqual([])
  })

  test('what others write does not take the field from whoever is typing', async () => {
    const theatre = theatreOf()
    const view = await seat(theatre, AWA, 'Participant')
    const field = view.getByRole<HTMLTextAreaElement>('textbox', { name: 'Nouveau post-it' })
    field.focus()
    fireEvent.change(field, { target: { value: 'je tape' } })
    field.setSelectionRange(2, 2)
    for (let i = 0; i < 20; i++)
      addNote(docOf(theatre), {
        id: `n${i}`,
        text: `note ${i}`,
        author: 'fac',
        colour: 0,
        zone: '',
        createdAt: i,
      })
    await frame()
    expect(view.getAllByText(/^note \d+$/)).toHaveLength(20)
    expect(document.activeElement).toBe(field)
    expect([field.value, field.selectionStart]).toEqual(['je tape', 2])
  })

  test('edits and deletes their own notes only, and may change their mind', async () => {
    const theatre = theatreOf()
    for (const author of ['awa', 'fac'])
      addNote(docOf(theatre), {
        id: author,
        text: `de ${author}`,
        author,
        colour: 0,
        zone: '',
        createdAt: 1,
      })
    const view = await seat(theatre, AWA, 'Participant')
    expect(view.queryByRole('button', { name: /de fac/ })).toBeNull()
    const [mine] = view.getAllByRole('button', { name: /de awa/ })
    if (mine) fireEvent.click(mine)
    await allLoaded()
    fireEvent.click(await screen.findByRole('button', { name: 'Supprimer' }))
    await frame()
    expect(readWall(docOf(theatre)).notes).toHaveLength(1)
    fireEvent.click(view.getByRole('button', { name: 'Défaire' }))
    await frame()
    expect(readWall(docOf(theatre)).notes).toHaveLength(2)
  })

  test('[P24] a note that is not taken is neither there nor saved, and goes on being one’s own once it is', async () => {
    const theatre = theatreOf({ flow: 'inbox' })
    const view = await seat(theatre, AWA, 'Participant')
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    theatre.refuses = 'closed'
    fireEvent.change(field, { target: { value: 'trop tard' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await frame()
    expect(theatre.refused.map(({ text }) => text)).toEqual(['trop tard'])
    const own = within(view.getByRole('region', { name: 'Écrire' }))
    expect(own.queryByText('trop tard')).toBeNull()
    expect(own.queryByText('En attente')).toBeNull()
    expect(own.getByText(/Pas encore envoyé/)).toBeVisible()
    expect(view.queryByText('Enregistré')).toBeNull()
    theatre.refuses = null
    const [kept] = theatre.refused
    await act(async () => {
      theatre.refused = []
      theatre.write(AWA, kept?.edit)
      theatre.tell()
    })
    await frame()
    expect(own.getByText('trop tard')).toBeVisible()
    expect(own.getByText('En attente')).toBeVisible()
  })

  test('[M17] a sentence that was begun when the wall closes can be finished, and then is still in sight', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const theatre = theatreOf()
      const view = await seat(theatre, AWA, 'Participant')
      const field = () => view.queryByRole('textbox', { name: 'Nouveau post-it' })
      const begin = (text: string) => fireEvent.change(field() as HTMLElement, { target: { value: text } })
      begin('une phrase comm')
      await act(async () => void theatre.act(FAC, { type: 'lock' }))
      expect(view.getByText(/Finissez votre phrase/)).toBeVisible()
      begin('une phrase commencée')
      fireEvent.keyDown(field() as HTMLElement, { key: 'Enter' })
      await frame()
      expect(readWall(docOf(theatre)).notes.map(({ text }) => text)).toEqual(['une phrase commencée'])
      expect(field()).toBeNull()
      await act(async () => void theatre.act(FAC, { type: 'unlock' }))
      begin('une autre')
      await act(async () => void theatre.act(FAC, { type: 'lock' }))
      await act(async () => vi.advanceTimersByTime(limits.FINISH_SENTENCE_MS))
      await allLoaded()
      expect(field()).toBeNull()
      const kept = within(view.getByRole('region', { name: 'Textes gardés sur cet appareil' }))
      expect(kept.getByText('une autre')).toBeVisible()
      expect(kept.getByRole('button', { name: 'Copier' })).toBeVisible()
      await act(async () => void theatre.act(FAC, { type: 'unlock' }))
      expect(field()).toHaveValue('une autre')
      expect(view.queryByRole('region', { name: 'Textes gardés sur cet appareil' })).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })

  test('that the wall closes, opens again, and that a note has become too long is told, once each', async () => {
    const theatre = theatreOf()
    const view = await seat(theatre, AWA, 'Participant')
    const { heard } = listen()
    let later = 0
    const now = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => now() + later)
    const say = async (does: () => unknown) => {
      later += 1_000
      await act(async () => void does())
      return heard()
    }
    expect(await say(() => theatre.act(FAC, { type: 'lock' }))).toEqual([
      'Le mur est fermé\u00a0: vous pouvez lire, plus écrire.',
    ])
    expect(await say(() => theatre.act(FAC, { type: 'unlock' }))).toEqual(['Mur rouvert.'])
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    const write = (length: number) => fireEvent.change(field, { target: { value: 'a'.repeat(length) } })
    expect(await say(() => write(limits.NOTE_MAX_CHARS))).toEqual([])
    expect(await say(() => write(limits.NOTE_MAX_CHARS + 2))).toHaveLength(1)
    expect(await say(() => write(limits.NOTE_MAX_CHARS + 3))).toEqual([])
  })

  test('[M17] nobody begins a sentence on a wall that is closed', async () => {
    const theatre = theatreOf()
    const view = await seat(theatre, AWA, 'Participant')
    await act(async () => void theatre.act(FAC, { type: 'lock' }))
    expect(view.queryByRole('textbox')).toBeNull()
  })

  test('[P24] a draft that is sent in one tab is gone in the other, and one note whoever sends it', async () => {
    const theatre = theatreOf({ identity: 'anonymous' })
    const tabs = [await seat(theatre, AWA, 'Participant'), await seat(theatre, AWA, 'Participant')]
    const [here, there] = tabs.map((tab) => tab.getByRole('textbox', { name: 'Nouveau post-it' }))
    const toldToOther = () =>
      act(
        async () =>
          void window.dispatchEvent(new StorageEvent('storage', { key: 'escale.draft.the-activity' })),
      )
    fireEvent.change(here as HTMLElement, { target: { value: 'une seule fois' } })
    await toldToOther()
    expect(there).toHaveValue('une seule fois')
    fireEvent.keyDown(here as HTMLElement, { key: 'Enter' })
    // Before it has heard of it.
    fireEvent.keyDown(there as HTMLElement, { key: 'Enter' })
    await frame()
    expect(readWall(docOf(theatre)).notes.map(({ text }) => text)).toEqual(['une seule fois'])
    await toldToOther()
    expect(there).toHaveValue('')
  })

  test('what waits for a facilitator is seen by its author alone', async () => {
    const theatre = theatreOf({ flow: 'inbox' })
    const view = await seat(theatre, AWA, 'Participant')
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    fireEvent.change(field, { target: { value: 'à placer' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await frame()
    const own = view.getByRole('region', { name: 'Écrire' })
    expect(within(own).getByText('à placer')).toBeVisible()
    expect(within(own).getByText('En attente')).toBeVisible()
    expect(within(view.getByRole('region', { name: 'Le mur' })).queryByText('à placer')).toBeNull()
    await act(
      async () =>
        void theatre.write(FAC, {
          type: 'place',
          from: 'inbox',
          notes: [readWall(docOf(theatre, 'inbox')).notes[0]?.id],
        }),
    )
    await frame()
    expect(within(view.getByRole('region', { name: 'Le mur' })).getByText('à placer')).toBeVisible()
    expect(view.queryByText('En attente')).toBeNull()
  })

  const paste = async (field: HTMLElement, plain: string, html = '') => {
    fireEvent.paste(field, {
      clipboardData: { getData: (type: string) => (type === 'text/html' ? html : plain) },
    })
    await allLoaded()
  }

  test('several lines that are pasted become several notes, once one has said so', async () => {
    const theatre = theatreOf()
    const view = await seat(theatre, AWA, 'Participant')
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    const text = 'un\n\n  deux \ntrois'
    await paste(field, text)
    fireEvent.click(await view.findByRole('button', { name: 'Un seul post-it' }))
    expect(field).toHaveValue('un\ndeux\ntrois')
    fireEvent.change(field, { target: { value: '' } })
    await paste(field, text)
    fireEvent.click(await view.findByRole('button', { name: 'En faire 3 post-it' }))
    await frame()
    expect(
      readWall(docOf(theatre))
        .notes.map((note) => note.text)
        .sort(),
    ).toEqual(['deux', 'trois', 'un'])
    expect(field).toHaveValue('')
  })

  test('[M81] the second column of a table is the zone, the category or the rest, as one says', async () => {
    const theatre = theatreOf({
      zones: [
        { id: 'z1', title: 'À garder' },
        { id: 'z2', title: 'À changer' },
      ],
    })
    const view = await seat(theatre, AWA, 'Participant')
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    const table = 'Le jardin\ta garder\r\n"Les\nvolets"\tÀ changer\r\n'
    await paste(field, table)
    const second = await view.findByRole('combobox', { name: /^La deuxième colonne est/ })
    expect(second).toHaveValue('zone')
    fireEvent.click(view.getByRole('button', { name: 'En faire 2 post-it' }))
    await frame()
    const notes = () => readWall(docOf(theatre)).notes.map(({ text, zone }) => [text, zone])
    expect(notes()).toEqual(
      expect.arrayContaining([
        ['Le jardin', 'z1'],
        ['Les\nvolets', 'z2'],
      ]),
    )
    // One row of it is one note, and asks nothing.
    await paste(field, 'Pourquoi\tIdée\r\n')
    expect(field).toHaveValue('Pourquoi\nIdée')
    expect(second).not.toBeInTheDocument()
  })

  test('a category is chosen by name, and said on the note by its letter and its name', async () => {
    const theatre = theatreOf({
      categories: [
        { colour: 1, label: 'Idée' },
        { colour: 4, label: 'Question' },
      ],
    })
    const view = await seat(theatre, AWA, 'Participant')
    fireEvent.click(view.getByRole('radio', { name: /Question/ }))
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    fireEvent.change(field, { target: { value: 'Pourquoi ?' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await frame()
    expect(readWall(docOf(theatre)).notes[0]?.colour).toBe(4)
    expect(
      view.getAllByRole('button', { name: 'Modifier le post-it : Pourquoi ?, Question' }),
    ).not.toHaveLength(0)
    expect(view.getByRole('list', { name: 'Catégories' })).toHaveTextContent('AIdéeBQuestion')
  })

  test('[M82] no category and no zone is chosen for anybody; what lacks is asked for, and nothing is sent meanwhile', async () => {
    const theatre = theatreOf({
      categories: [
        { colour: 1, label: 'Idée' },
        { colour: 4, label: 'Question' },
      ],
      zones: [
        { id: 'z1', title: 'Hier' },
        { id: 'z2', title: 'Demain' },
      ],
    })
    const view = await seat(theatre, AWA, 'Participant')
    for (const radio of view.getAllByRole('radio')) expect(radio).not.toBeChecked()
    const zone = view.getByRole('combobox', { name: 'Zone' })
    expect(zone).toHaveDisplayValue('Choisir une zone…')
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    const send = () => fireEvent.keyDown(field, { key: 'Enter' })
    fireEvent.change(field, { target: { value: 'Marcher' } })
    send()
    expect(view.getByRole('alert')).toHaveTextContent('Choisissez une catégorie avant d’envoyer.')
    expect(view.getByRole('radio', { name: /Idée/ })).toHaveFocus()
    fireEvent.click(view.getByRole('radio', { name: /Question/ }))
    expect(view.queryByRole('alert')).toBeNull()
    send()
    expect(zone).toHaveFocus()
    expect(zone).toHaveAccessibleDescription('Choisissez une zone avant d’envoyer.')
    expect([field, readWall(docOf(theatre)).notes]).toMatchObject([{ value: 'Marcher' }, []])
    fireEvent.change(zone, { target: { value: 'z2' } })
    send()
    await frame()
    expect(readWall(docOf(theatre)).notes).toMatchObject([{ text: 'Marcher', colour: 4, zone: 'z2' }])
  })

  test.each(['anonymous', 'pseudonym'] as const)(
    '[M10] on a wall that is %s the paper is drawn for each note, not given to the person',
    async (identity) => {
      const theatre = theatreOf({ identity })
      const view = await seat(theatre, AWA, 'Participant')
      const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
      const draws = [0.99, 0.3, 0.6]
      vi.spyOn(Math, 'random').mockImplementation(() => draws.shift() ?? 0)
      for (const text of ['un', 'deux', 'trois']) {
        fireEvent.change(field, { target: { value: text } })
        fireEvent.keyDown(field, { key: 'Enter' })
      }
      vi.restoreAllMocks()
      await frame()
      const colours = new Map(readWall(docOf(theatre)).notes.map(({ text, colour }) => [text, colour]))
      expect([colours.get('deux'), colours.get('trois')]).toEqual([7, 2])
    },
  )

  test('under a pseudonym a note bears an invented name, and never the real one', async () => {
    const theatre = theatreOf({ identity: 'pseudonym' })
    for (const id of ['n1', 'n2'])
      theatre.write(AWA, { type: 'put', note: { id, text: `note ${id}`, colour: 0, zone: '' } })
    const view = await seat(theatre, FAC, 'Console')
    const names = view.getAllByText(/^\p{Lu}[\p{L}-]+ \d\d$/u).map((one) => one.textContent)
    expect(names).toHaveLength(2)
    expect(names[0]).toBe(names[1])
    expect(view.queryByText(/Awa/)).toBeNull()
  })

  test('[M10] what was signed before bears no name once the wall has none, although a named vote tells names', async () => {
    const theatre = theatreOf()
    theatre.write(AWA, { type: 'put', note: { id: 'n1', text: 'signé', colour: 0, zone: '' } })
    const view = await seat(theatre, FAC, 'Console')
    expect(view.getAllByText('Awa')).not.toHaveLength(0)
    const settings = { dots: 3, several: true, live: true, secret: false, own: true, zones: [], notes: null }
    await act(async () => {
      theatre.act(FAC, { type: 'set', settings: { identity: 'anonymous' } })
      theatre.act(FAC, { type: 'vote-start', round: 'round001', settings, ms: null })
    })
    expect(view.getAllByText('signé')).not.toHaveLength(0)
    expect(view.queryByText('Awa')).toBeNull()
  })

  test('a closed wall says so and offers no field; a used-up limit too', async () => {
    const theatre = theatreOf({ maxNotesPerPerson: 1 })
    const view = await seat(theatre, AWA, 'Participant')
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    fireEvent.change(field, { target: { value: 'un' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await frame()
    expect(view.queryByRole('textbox')).toBeNull()
    expect(view.getByText(/utilisé tous vos post-it/)).toBeVisible()
    await act(async () => void theatre.act(FAC, { type: 'lock' }))
    expect(view.getByText(/Le mur est fermé/)).toBeVisible()
  })

  test('an anonymous note carries no author, and is still one’s own on this device', async () => {
    const theatre = theatreOf({ identity: 'anonymous' })
    const view = await seat(theatre, AWA, 'Participant')
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    fireEvent.change(field, { target: { value: 'sans nom' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await frame()
    expect(readWall(docOf(theatre)).notes[0]?.author).toBe('')
    expect(view.getAllByRole('button', { name: /sans nom/ })).not.toHaveLength(0)
  })

  test('while the wall is hidden one writes on one’s own page', async () => {
    const theatre = theatreOf({ flow: 'private' })
    const view = await seat(theatre, AWA, 'Participant')
    const field = view.getByRole('textbox', { name: 'Nouveau post-it' })
    fireEvent.change(field, { target: { value: 'pour moi' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await frame()
    expect(readWall(docOf(theatre)).notes).toEqual([])
    expect(readWall(docOf(theatre, privatePage('awa'))).notes).toHaveLength(1)
    expect(view.queryByRole('button', { name: /Le mur/ })).toBeNull()
  })
})

test('the facilitator places notes from the inbox, and takes notes out of sight and puts them back', async () => {
  const theatre = theatreOf({ flow: 'inbox' })
  theatre.write(AWA, { type: 'put', note: { id: 'n', text: 'une idée', colour: 0, zone: '' } })
  const view = await seat(theatre, FAC, 'Console')
  expect(view.getByRole('heading', { name: 'À placer (1)' })).toBeVisible()
  fireEvent.click(view.getByRole('button', { name: /^Placer sur le mur/ }))
  await frame()
  expect(view.getByText('Rien à placer pour l’instant.')).toBeVisible()
  expect(readWall(docOf(theatre)).notes).toMatchObject([{ text: 'une idée', author: 'awa' }])
  fireEvent.click(view.getByRole('button', { name: /Modifier le post-it/ }))
  fireEvent.click(await screen.findByRole('button', { name: 'Supprimer' }))
  await frame()
  expect(readWall(docOf(theatre)).notes).toEqual([])
  fireEvent.click(view.getByRole('button', { name: /^Remettre sur le mur/, hidden: true }))
  await frame()
  expect(readWall(docOf(theatre)).notes).toMatchObject([{ text: 'une idée', author: 'awa' }])
})

test('the wall is read note by note: the one that is read stands before everybody, with the arrows too', async () => {
  const zones = [
    { id: 'z1', title: 'Ici' },
    { id: 'z2', title: 'Là' },
  ]
  const theatre = theatreOf({ zones })
  for (const [id, zone] of [
    ['second', 'z2'],
    ['first', 'z1'],
  ] as const)
    theatre.write(AWA, { type: 'put', note: { id, text: `texte ${id}`, colour: 0, zone } })
  const view = await seat(theatre, FAC, 'Console')
  fireEvent.click(view.getByRole('button', { name: 'Lire le mur' }))
  const reading = within(await view.findByRole('region', { name: 'Lecture du mur' }))
  expect(reading.getByText('texte first')).toBeVisible()
  fireEvent.keyDown(reading.getByRole('button', { name: 'Post-it suivant' }), { key: 'ArrowRight' })
  expect(await reading.findByText('texte second')).toBeVisible()
  expect(reading.getByText('2 sur 2')).toBeVisible()
  const screenView = await seat(theatre, { id: null, role: 'screen' }, 'Screen')
  expect(screenView.getByText('texte second')).toBeVisible()
  expect(screenView.queryByText('texte first')).toBeNull()
  const participant = await seat(theatre, AWA, 'Participant')
  const said = participant.getAllByRole('status').map((status) => status.textContent)
  expect(
    said.filter((text) => text?.startsWith('Lu en ce moment') && text.includes('texte second')),
  ).toHaveLength(1)
  fireEvent.keyDown(reading.getByRole('button', { name: 'Post-it suivant' }), { key: 'Escape' })
  expect(await view.findByRole('button', { name: 'Lire le mur' })).toBeVisible()
})

test('[M20] a stack is read as one, note after note, and its name is said with each; in the list it stands as one', async () => {
  const theatre = theatreOf({
    zones: [
      { id: 'z1', title: 'Ici' },
      { id: 'z2', title: 'Là' },
    ],
  })
  for (const [id, zone] of [
    ['first', 'z1'],
    ['second', 'z1'],
    ['third', 'z2'],
  ] as const)
    theatre.write(AWA, { type: 'put', note: { id, text: `texte ${id}`, colour: 0, zone } })
  stackNotes(docOf(theatre), { id: 's', title: 'Outils', notes: ['first', 'third'] })
  const view = await seat(theatre, FAC, 'Console')
  fireEvent.click(view.getByRole('button', { name: 'Lire le mur' }))
  const reading = within(await view.findByRole('region', { name: 'Lecture du mur' }))
  expect(reading.getByText('Pile : Outils (1 sur 2)')).toBeVisible()
  fireEvent.click(reading.getByRole('button', { name: 'Post-it suivant' }))
  expect(await reading.findByText('texte third')).toBeVisible()
  expect(reading.getByText('Pile : Outils (2 sur 2)')).toBeVisible()
  const screenView = await seat(theatre, { id: null, role: 'screen' }, 'Screen')
  expect(screenView.getByText('Pile : Outils (2 sur 2)')).toBeVisible()
  fireEvent.click(reading.getByRole('button', { name: 'Post-it suivant' }))
  expect(await reading.findByText('texte second')).toBeVisible()
  expect(reading.queryByText(/Outils/)).toBeNull()
  fireEvent.click(view.getByRole('button', { name: 'Liste' }))
  const pile = within(await view.findByRole('list', { name: /^Pile\u00a0: Outils/ }))
  expect(pile.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
    expect.stringContaining('texte first'),
    expect.stringContaining('texte third'),
  ])
})

test('a facilitator writes in the name of somebody without a device', async () => {
  const theatre = new Theatre({
    kind: 'wall',
    definition: kinds.wall.defaults.definition,
    durationMs: 60_000,
    people: [somebody('fac', 'facilitator', 1), somebody('zoe', 'participant', 2, false)],
  })
  const view = await seat(theatre, FAC, 'Console')
  fireEvent.click(view.getByRole('button', { name: 'Ajouter un post-it' }))
  const dialog = within(screen.getByRole('dialog'))
  fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'dit à voix haute' } })
  fireEvent.change(dialog.getByRole('combobox', { name: 'Au nom de' }), { target: { value: 'zoe' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Enregistrer' }))
  await frame()
  expect(readWall(docOf(theatre)).notes).toMatchObject([{ text: 'dit à voix haute', author: 'zoe' }])
})

test('rules change while people write, and people are told before they write', async () => {
  const theatre = theatreOf()
  const participant = await seat(theatre, AWA, 'Participant')
  expect(participant.getByText(/signés de votre nom/)).toBeVisible()
  const view = await seat(theatre, FAC, 'Console')
  await openDrawer(view, 'Règles du mur')
  const identity = view.getByRole('combobox', { name: 'Qui a écrit' })
  await act(async () => void fireEvent.change(identity, { target: { value: 'anonymous' } }))
  expect(participant.getByText(/personne ne saura qui a écrit quoi/)).toBeVisible()
  const field = participant.getByRole('textbox', { name: 'Nouveau post-it' })
  fireEvent.change(field, { target: { value: 'sans nom' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await frame()
  expect(readWall(docOf(theatre)).notes).toMatchObject([{ text: 'sans nom', author: '' }])
})

test('the facilitator sees counts, reveals and edits anything', async () => {
  const theatre = theatreOf({ flow: 'private' })
  for (const id of ['1', '2', '3'])
    theatre.write(AWA, { type: 'put', note: { id, text: `note ${id}`, colour: 0, zone: '' } })
  addNote(docOf(theatre), { id: 'a', text: 'exemple', author: 'awa', colour: 0, zone: '', createdAt: 1 })
  const view = await seat(theatre, FAC, 'Console')
  expect(view.getByText('3 post-it écrits')).toBeVisible()
  expect(view.getByRole('button', { name: /Modifier le post-it/ })).toBeVisible()
  fireEvent.click(view.getByRole('button', { name: 'Révéler les post-it' }))
  expect(await view.findByRole('button', { name: 'Cacher de nouveau' })).toBeVisible()
})

test('the screen shows notes by zone, and nothing of what is hidden', async () => {
  const zones = [
    { id: 'z1', title: 'Ici' },
    { id: 'z2', title: 'Là' },
  ]
  const theatre = theatreOf({ zones, flow: 'private' })
  const SCREEN: Viewer = { id: null, role: 'screen' }
  addNote(docOf(theatre), { id: 'a', text: 'caché', author: '', colour: 0, zone: 'z2', createdAt: 1 })
  const view = await seat(theatre, SCREEN, 'Screen')
  expect(view.queryByText('caché')).toBeNull()
  await act(async () => void theatre.act(FAC, { type: 'reveal' }))
  const list = await view.findByRole('list', { name: 'Là' })
  expect(within(list).getByText('caché')).toBeVisible()
})

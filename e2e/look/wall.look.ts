import { type Facilitator, INTENTIONS } from '@escale/bots'
import { addNote, type Point, type SpatialLayout } from '@escale/shared'
import { SHARED_WALL, USUAL_VOTE, type WallDefinition, type WallEdit } from '@escale/shared/activities/wall'
import type { Page } from '@playwright/test'
import type { People } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { test } from '../fixtures/test.ts'
import { type Arrange, keep, keepSheet, type Light, look, type Place } from './look.ts'

const NAMES = ['Anaïs', 'Karim', 'Soline', 'Jean-Marc', 'Fatou', 'Loïc', 'Mireille', 'Tomé'] as const
const CATEGORIES = [
  { colour: 0, label: 'Idée' },
  { colour: 2, label: 'Question' },
  { colour: 4, label: 'Offre' },
] as const

interface Stage extends Place {
  readonly facilitator: Facilitator
  readonly wall: string
}

/** A wall as it is used, with so many intentions; `at`: where the nth of them hangs. */
async function stage(
  people: People,
  definition: Partial<WallDefinition>,
  count: number,
  at: (n: number) => { zone?: string; at?: Partial<Record<SpatialLayout, Point>> } = () => ({}),
): Promise<Stage> {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const wall = await adapt(facilitator, 'wall', { identity: 'named', ...definition })
  await facilitator.go(wall)
  const bots = await people.bots(facilitator.created.session, 0, NAMES.length)
  const ids = bots.map((bot) => bot.sight.me?.id ?? '')
  const document = await facilitator.document(SHARED_WALL, wall).until((d) => d.ready)
  const began = Date.now()
  document.doc.transact(() => {
    for (const [n, text] of INTENTIONS.slice(0, count).entries())
      addNote(document.doc, {
        ...{ id: `n${n}`, text, author: ids[n % ids.length], colour: (n * 2) % 6 },
        createdAt: began + n,
        ...at(n),
      })
  })
  await document.until((d) => d.saved)
  return { facilitator, wall, ...facilitator.created }
}

const press = (page: Page, light: Light, fr: string | RegExp, en: string | RegExp) =>
  page
    .getByRole('button', { name: light.locale === 'fr-FR' ? fr : en })
    .first()
    .click()
/** The facilitator scrolls to the wall itself. */
const theWall: Arrange = (page, light) =>
  page
    .getByRole('region', { name: light.locale === 'fr-FR' ? 'Le mur' : 'The wall' })
    .evaluate((region) => region.scrollIntoView({ block: 'start' }))
const toWall: Arrange = (page, light) => press(page, light, /^Le mur/, /^The wall/)

const grid = (
  n: number,
  columns: number,
  left: number,
  top: number,
  stepX: number,
  stepY: number,
): Point => ({
  x: left + (n % columns) * stepX,
  y: top + Math.floor(n / columns) * stepY,
})
/** Not in rows, as people hang things; the same every time. */
const loosely = (
  n: number,
  columns: number,
  box: { x: number; y: number; width: number; height: number },
  rows: number,
): Point => {
  const { x, y } = grid(n, columns, box.x, box.y, box.width / columns, box.height / rows)
  return { x: x + (((n * 37) % 11) - 5) * 0.0025, y: y + (((n * 53) % 7) - 3) * 0.004 }
}

const ZONES = [
  { id: 'z1', title: 'Ce que nous gardons' },
  { id: 'z2', title: 'Ce que nous lançons' },
  { id: 'z3', title: 'Ce que nous demandons' },
]

/** The nth note is in the nth zone, and so on round. */
const inZones = (n: number) => ({ zone: `z${(n % 3) + 1}` })
const STACK: WallEdit = { type: 'stack', stack: 's1', title: 'Simplifier', notes: ['n1', 'n7', 'n10'] }

test('columns', async ({ people }) => {
  const made = await stage(
    people,
    { layout: 'columns', zones: ZONES, categories: [...CATEGORIES] },
    30,
    inZones,
  )
  await made.facilitator.write(STACK)
  await look(people, made, 'wall-columns', {
    phone: toWall,
    laptop: theWall,
    projector: async () => {},
  })
  await look(people, made, 'wall-writing', { phone: async () => {} })
})

test('canvas', async ({ people }) => {
  const made = await stage(people, { layout: 'canvas', zones: ZONES }, 36, inZones)
  await made.facilitator.write(STACK)
  await look(people, made, 'wall-canvas', {
    phone: toWall,
    laptop: theWall,
    projector: async () => {},
  })
})

test('matrix', async ({ people }) => {
  const axes = {
    left: 'Peu d’effort',
    right: 'Beaucoup d’effort',
    bottom: 'Peu d’effet',
    top: 'Beaucoup d’effet',
  }
  const made = await stage(people, { layout: 'matrix', zones: [], axes }, 24, (n) =>
    n < 20 ? { at: { matrix: loosely(n, 5, { x: 0.14, y: 0.14, width: 0.9, height: 0.95 }, 4) } } : {},
  )
  await look(people, made, 'wall-matrix', {
    phone: toWall,
    laptop: theWall,
    projector: async () => {},
  })
})

for (const background of [
  'tree',
  'u-curve',
  'circles',
  'keep-stop-transform-learn',
  'hopes-fears',
  'two-by-two',
] as const)
  test(`picture ${background}`, async ({ people }) => {
    const made = await stage(people, { layout: 'picture', zones: [], background }, 16, (n) => ({
      at: { picture: loosely(n, 4, { x: 0.2, y: 0.18, width: 0.85, height: 0.9 }, 4) },
    }))
    await look(people, made, `wall-${background}`, {
      phone: toWall,
      laptop: theWall,
      projector: async () => {},
    })
  })

test('enlarged', async ({ people }) => {
  const made = await stage(people, { layout: 'canvas', zones: ZONES }, 36, inZones)
  const large: Arrange = (page, light) => press(page, light, 'Agrandir le mur', 'Enlarge the wall')
  await look(people, made, 'wall-large', {
    phone: async (page, light) => {
      await toWall(page, light)
      await large(page, light)
    },
    laptop: large,
  })
})

test('timeline', async ({ people }) => {
  const axes = { left: 'Mai', right: 'Décembre', bottom: '', top: '' }
  const made = await stage(people, { layout: 'timeline', zones: [], axes }, 18, (n) => ({
    at: { timeline: loosely(n, 6, { x: 0.1, y: 0.2, width: 0.95, height: 0.9 }, 3) },
  }))
  await look(people, made, 'wall-timeline', {
    phone: toWall,
    laptop: theWall,
    projector: async () => {},
  })
})

test('list', async ({ people }) => {
  const made = await stage(
    people,
    { layout: 'canvas', zones: ZONES, categories: [...CATEGORIES] },
    36,
    inZones,
  )
  await made.facilitator.do({ type: 'act', activity: made.wall, action: { type: 'likes', on: true } })
  const list: Arrange = (page, light) => press(page, light, 'Liste', 'List')
  await look(people, made, 'wall-list', {
    phone: async (page, light) => {
      await toWall(page, light)
      await list(page, light)
    },
    laptop: list,
  })
})

test('vote', async ({ people }) => {
  const made = await stage(people, { layout: 'columns', zones: [] }, 14)
  const act = (action: unknown) => made.facilitator.do({ type: 'act', activity: made.wall, action })
  await act({ type: 'vote-start', round: 'round0001', settings: USUAL_VOTE, ms: 180_000 })
  const bots = await people.bots(made.session, 20, 32)
  await Promise.all(bots.map((bot) => bot.until((sight) => sight.activity?.id === made.wall)))
  await Promise.all(
    bots.map(async (bot, i) => {
      for (const [note, dots] of [
        [i % 4, 2],
        [(i % 3) + 3, 1],
      ] as const)
        await bot.write({ type: 'dot', round: 'round0001', note: `n${note}`, dots } satisfies WallEdit)
    }),
  )
  const screens = { phone: async () => {}, laptop: async () => {}, projector: async () => {} }
  await look(people, made, 'vote-running', screens)
  await act({ type: 'vote-close', round: 'round0001' })
  await look(people, made, 'vote-result', { ...screens })
})

/** Dialogs and drawers: what a button opens. */
const TOOLS = [
  { name: 'tool-vote', fr: 'Lancer un vote…', en: 'Start a vote…' },
  { name: 'tool-themes', fr: 'Regrouper par thème…', en: /by theme/ },
  { name: 'tool-select', fr: 'Sélectionner', en: 'Select' },
] as const
test('tools of the console', async ({ people }) => {
  const made = await stage(people, { layout: 'columns', zones: [] }, 30)
  for (const { name, fr, en } of TOOLS)
    await look(people, made, name, { laptop: (page, light) => press(page, light, fr, en) })
})

/** Drawers above the wall. */
const DRAWERS = [
  { name: 'drawer-layout', fr: 'Disposition', en: 'Layout' },
  { name: 'drawer-rules', fr: 'Règles du mur', en: 'Rules of the wall' },
  { name: 'drawer-history', fr: 'Historique', en: 'History' },
] as const
test('drawers of the console', async ({ people }) => {
  const made = await stage(people, { layout: 'picture', background: 'tree', zones: [] }, 10)
  for (const { name, fr, en } of DRAWERS)
    await look(people, made, name, {
      laptop: (page, light) =>
        page.locator('summary', { hasText: light.locale === 'fr-FR' ? fr : en }).click(),
    })
})

test('film and reading aloud', async ({ people }) => {
  const made = await stage(people, { layout: 'columns', zones: [] }, 40)
  const act = (action: unknown) => made.facilitator.do({ type: 'act', activity: made.wall, action })
  await act({ type: 'spotlight', note: 'n34' })
  await look(people, made, 'spotlight', {
    phone: async () => {},
    laptop: async () => {},
    projector: async () => {},
  })
})

test('one by one', async ({ people }) => {
  const made = await stage(people, { layout: 'columns', flow: 'private', zones: [] }, 0)
  const bots = await people.bots(made.session, 20, 28)
  await Promise.all(bots.map((bot) => bot.until((sight) => sight.activity?.id === made.wall)))
  for (const [n, bot] of bots.entries())
    await bot.write({
      type: 'put',
      note: { id: `p${n}`, text: INTENTIONS[n + 30] ?? '', colour: n % 8, zone: '' },
    } satisfies WallEdit)
  const act = (action: unknown) => made.facilitator.do({ type: 'act', activity: made.wall, action })
  const screens = { phone: async () => {}, laptop: async () => {}, projector: async () => {} }
  await look(people, made, 'private', screens)
  for (let turn = 0; turn < 3; turn++) await act({ type: 'reveal-next' })
  await look(people, made, 'one-by-one', screens)
})

test('a room', async ({ people }) => {
  const made = await stage(people, { layout: 'columns', identity: 'anonymous', zones: [] }, 48)
  await look(people, made, 'wall-room', { projector: async () => {} })
})

/** After all others: from what they took. */
test('pictures of the documents', async () => {
  test.skip(process.env['LOOK_KEEP'] === undefined, 'LOOK_KEEP=1 writes it into docs/pictures')
  await keep('screen-wall.png', 'wall-room-projector-day-fr', 720)
  const layouts = ['wall-columns', 'wall-canvas', 'wall-matrix', 'wall-tree', 'wall-timeline']
  await keepSheet(
    'wall-layouts.png',
    layouts.map((name) => [`${name}-phone-day-fr`, `${name}-laptop-night-en`, `${name}-projector-day-fr`]),
    210,
  )
})

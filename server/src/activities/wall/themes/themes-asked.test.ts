import { type Bot, joinAs } from '@escale/bots'
import { readWall } from '@escale/shared'
import {
  groupEdits,
  SHARED_WALL,
  type ThemeProposal,
  ungroupEdits,
  type WallDefinition,
} from '@escale/shared/activities/wall'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../../testkit/index.ts'
import { openWall } from '../open-wall.testkit.ts'
import { findThemes } from './find-themes.ts'

let server: TestServer
let bots: readonly Bot[] = []
beforeAll(async () => {
  server = await startServer()
})
afterEach(() => {
  for (const bot of bots) bot.close()
})
afterAll(() => server.dispose())

const NOTES: Readonly<Record<string, string>> = {
  a: 'Plus de vélos en ville',
  b: 'Des pistes cyclables',
  c: 'Un jardin partagé',
  d: 'Planter des arbres',
}
const ZONES = [
  { id: 'z1', title: 'Un' },
  { id: 'z2', title: 'Deux' },
]

async function stage(settings: Partial<WallDefinition> = {}) {
  const claire = await openWall(server, { zones: ZONES, ...settings })
  const ann = await joinAs(server.baseUrl, claire.created.session, { name: 'Ann Secrète' })
  bots = [claire, ann]
  await claire.go('w1')
  await ann.until((sight) => sight.activity?.id === 'w1' && sight.me !== undefined)
  for (const [at, [id, text]] of Object.entries(NOTES).entries()) {
    const note = { id, text, colour: 0, zone: at === 1 ? 'z2' : 'z1' }
    expect(await ann.write({ type: 'put', note }, 'w1')).toMatchObject({ ok: true })
  }
  return { claire, ann }
}

const ask = (bot: Bot, { activity = 'w1', ...wish }: Record<string, unknown> = {}) =>
  bot.seat.browser.request(`/api/sessions/${bot.seat.session}/activities/${activity}/proposal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'themes', withinZones: false, ...wish }),
  })
const proposed = async (bot: Bot, wish?: Record<string, unknown>) => {
  const answer = await ask(bot, wish)
  expect(answer.status).toBe(200)
  return (await answer.json()) as ThemeProposal
}
const stacksSeenBy = (bot: Bot) => {
  const { doc } = bot.document(SHARED_WALL, 'w1')
  return readWall(doc).stacks.map(({ title, notes }) => ({ title, notes }))
}
const until = async (bot: Bot, count: number) => {
  const document = bot.document(SHARED_WALL, 'w1')
  await document.until((d) => readWall(d.doc).notes.length >= 4 && readWall(d.doc).stacks.length === count)
}
const refusalOf = async (answer: Response) => [answer.status, await answer.json()]

test('[M66] a facilitator is told themes, nobody else is, and nothing changes until she accepts them', async () => {
  const { claire, ann } = await stage()
  const { themes, alone, grain } = await proposed(claire)
  expect(themes.map((theme) => theme.notes)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect({ alone, grain }).toEqual({ alone: [], grain: 4 })
  expect(JSON.stringify(themes)).not.toMatch(/Ann|Secr/)
  await until(ann, 0)

  const [edit] = groupEdits(themes.map(({ title, notes }, i) => ({ stack: `s${i}`, title, notes })))
  expect(await claire.write(edit, 'w1')).toMatchObject({ ok: true })
  await until(ann, 2)
  expect(stacksSeenBy(ann)).toEqual(themes.map(({ title, notes }) => ({ title, notes })))
  // What is in a stack is not spoken of again.
  expect(await proposed(claire)).toMatchObject({ themes: [], alone: [] })

  expect(await claire.write(ungroupEdits(['s0', 's1'])[0], 'w1')).toMatchObject({ ok: true })
  await until(ann, 0)
})

test('[M66] participants are refused, and so is what makes no sense', async () => {
  const { claire, ann } = await stage()
  expect(await refusalOf(await ask(ann))).toEqual([403, { refusal: 'not-allowed' }])
  for (const wish of [{ type: 'poem' }, { grain: 7 }, { grain: 1.5 }, { withinZones: 'yes' }])
    expect(await refusalOf(await ask(claire, wish))).toEqual([400, { refusal: 'invalid' }])
  expect(await refusalOf(await ask(claire, { activity: 'none' }))).toEqual([
    404,
    { refusal: 'unknown-activity' },
  ])
  const group = { type: 'group', stacks: [{ stack: 's', title: '', notes: ['a', 'b'] }] }
  expect(await ann.write(group, 'w1')).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await ann.write({ type: 'ungroup', stacks: ['s'] }, 'w1')).toEqual({
    ok: false,
    refusal: 'not-allowed',
  })
})

test('[M67] while people write in private there is nothing to be grouped; after the reveal there is', async () => {
  const { claire } = await stage({ flow: 'private' })
  expect(await refusalOf(await ask(claire))).toEqual([409, { refusal: 'not-now' }])
  await claire.act({ type: 'reveal' }, 'w1')
  await until(claire, 0)
  expect((await proposed(claire)).themes).toHaveLength(2)
})

test('[M67] notes of different zones stay apart where that is wished', async () => {
  const { claire } = await stage()
  const { themes, alone } = await proposed(claire, { withinZones: true })
  expect([themes.map((theme) => theme.notes), alone]).toEqual([[['c', 'd']], ['a', 'b']])
})

test('[M68] a note that somebody has put into a stack meanwhile stays there', async () => {
  const { claire, ann } = await stage()
  const { themes } = await proposed(claire)
  await claire.write({ type: 'stack', stack: 'mine', title: 'À moi', notes: ['a', 'd'] }, 'w1')
  const groups = themes.map(({ title, notes }, i) => ({ stack: `s${i}`, title, notes }))
  expect(await claire.write(groupEdits(groups)[0], 'w1')).toMatchObject({ ok: true })
  await until(ann, 3)
  expect(stacksSeenBy(ann).find((stack) => stack.title === 'À moi')?.notes).toEqual(['a', 'd'])
})

test('[M66] a large wall is worked out in a thread', async () => {
  const notes = Array.from({ length: 200 }, (_, i) => ({ id: `n${i}`, text: `vélo ${i % 9}`, place: '' }))
  const { themes } = await findThemes(notes, { language: 'fr' })
  expect(themes.map((theme) => [theme.title, theme.notes.length])).toEqual([['Vélo', 200]])
})

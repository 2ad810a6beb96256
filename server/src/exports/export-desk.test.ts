import { dayIn, initialState } from '@escale/shared'
import { tallyWorkshop } from '@escale/shared/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import type { Gathered } from '../heavy/jobs.ts'
import { Lane } from '../heavy/lane.ts'
import { MemoryStore } from '../store/memory/memory-store.ts'
import { type Asker, ExportDesk, TooOftenError, type View } from './export-desk.ts'
import { hostileHarvest } from './harvest-samples.ts'
import { exporters } from './registry.ts'

const EVENING = Date.UTC(2020, 3, 24, 22, 30)
const state = initialState({ createdAt: EVENING, seed: 's', workshop: tallyWorkshop('a') })
const view: View = {
  ...{ session: 's1', state, identities: new Map(), now: EVENING },
  ...{ reader: 'driver', names: false, activity: null },
}
/** Each somebody else, so that nobody waits behind themselves. */
let people = 0
const somebody = (): Asker => asker({ person: `somebody${people++}` })
const asker = (more: Partial<Asker> = {}): Asker => ({
  ...{ person: 'p1', isDriver: false, gone: new AbortController().signal, mayHaveMore: () => true },
  ...more,
})
const format = (id: string) => {
  const found = exporters.find((exporter) => exporter.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

const lane = new Lane()
const store = new MemoryStore()
const desk = new ExportDesk(store, { stored: async () => null }, lane)
afterAll(() => lane.close())

describe('[H12] what many ask for', () => {
  test('is made once, however its address is written', async () => {
    const gathered = await desk.harvest(view, asker())
    expect(await desk.harvest(view, asker({ person: 'p2' }))).toBe(gathered)
    const zones = ['UTC', 'Etc/GMT+7', 'Africa/Abidjan', 'Atlantic/Reykjavik', 'GMT', 'America/Lima']
    const looks = zones.flatMap((zone) =>
      (['slide', 'poster'] as const).map((shape) => ({ shape, day: dayIn(zone, gathered.sessionAt) })),
    )
    const files = await Promise.all(
      looks.map((look) => desk.file('s1', gathered, format('markdown'), look, asker())),
    )
    expect(new Set(files).size).toBe(1)
    const tomorrow = { shape: 'slide', day: dayIn('Europe/Paris', gathered.sessionAt) } as const
    const text = Buffer.from(await desk.file('s1', gathered, format('markdown'), tomorrow, asker()))
    expect(text.toString()).toContain('25')
    expect(Buffer.from(files[0] ?? []).toString()).not.toContain('25')
  })

  test('differs by reader and by names, at the same moment of the session', async () => {
    const views: View[] = [view, { ...view, reader: 'other' }, { ...view, names: true }]
    const made = await Promise.all(views.map((one) => desk.harvest(one, asker())))
    expect(new Set(made).size).toBe(3)
  })

  test('is given up when nobody waits any more; the next one has it all the same', async () => {
    const [first, second] = [new AbortController(), new AbortController()]
    const later = { ...view, now: EVENING + 1, state: { ...state, seq: 5 } }
    const both = [first, second].map(({ signal }) => desk.harvest(later, asker({ gone: signal })))
    first.abort()
    second.abort()
    for (const one of both) await expect(one).rejects.toMatchObject({ fault: 'gone' })
    expect(await desk.harvest(later, asker())).toMatchObject({ title: state.workshop.settings.title })
  })

  test('counts for whoever asks for something new, and for nobody else', async () => {
    const spent = asker({ mayHaveMore: () => false })
    const later = { ...view, state: { ...state, seq: 9 } }
    await expect(desk.harvest(later, spent)).rejects.toThrow(TooOftenError)
    const gathered = await desk.harvest(later, asker())
    expect(await desk.harvest(later, spent)).toBe(gathered)
  })
})

describe('[H3] what differs is made for each', () => {
  test('by session, by what has happened in it, by reader, by names, and by what of it', async () => {
    const at = (seq: number) => ({ ...state, seq })
    const base: View = { ...view, state: at(20) }
    const views: View[] = [
      base,
      { ...base, session: 's2' },
      { ...base, state: at(21) },
      { ...base, reader: 'other' },
      { ...base, names: true },
      { ...base, activity: 'a' },
    ]
    const made = await Promise.all(views.map((one) => desk.harvest(one, somebody())))
    expect(new Set(made).size).toBe(views.length)
  })

  test('a file by its format, by its day, by what the harvest says, and a picture by its shape', async () => {
    const gathered = (title: string): Gathered => ({
      ...{ digest: title, title, sessionAt: EVENING, undrawn: {} },
      json: Buffer.from(JSON.stringify({ ...hostileHarvest(false), title, sections: [] })),
    })
    const look = { shape: 'slide', day: '2020-04-24' } as const
    const ask = (of: Gathered, id: string, more: object = {}) =>
      desk.file('s1', of, format(id), { ...look, ...more }, somebody())
    const made = await Promise.all([
      ask(gathered('un'), 'markdown'),
      ask(gathered('deux'), 'markdown'),
      ask(gathered('un'), 'json'),
      ask(gathered('un'), 'markdown', { day: '2020-04-25' }),
      ask(gathered('un'), 'svg'),
      ask(gathered('un'), 'svg', { shape: 'poster' }),
    ])
    expect(new Set(made).size).toBe(made.length)
    expect(await ask(gathered('un'), 'markdown', { shape: 'poster' })).toBe(made[0])
  })
})

test('who drives and joins those who wait brings it forward; nobody else does', async () => {
  const order: number[] = []
  const ask = (seq: number, more: Partial<Asker>) => {
    const asked = desk.harvest({ ...view, state: { ...state, seq } }, asker(more))
    return asked.then(() => void order.push(seq))
  }
  const running = ask(30, { person: 'p0' })
  const waiting = [31, 32, 33].map((seq) => ask(seq, { person: `p${seq}` }))
  const joining = [ask(32, { person: 'q', isDriver: false }), ask(33, { person: 'd', isDriver: true })]
  await Promise.all([running, ...waiting, ...joining])
  expect([...new Set(order)]).toEqual([30, 33, 31, 32])
})

test('a picture comes from the session that is asked for, under the name of one', async () => {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const files = [
    ['s1', 'pic1'],
    ['s2', 'pic2'],
    ['s1', '../pic3'],
  ] as const
  for (const session of ['s1', 's2'])
    await store.createSession({
      ...{ id: session, code: session, endedAt: null },
      genesis: { createdAt: 1, seed: 's', workshop: tallyWorkshop('a') },
    })
  for (const [session, id] of files)
    await store.addFile({
      session,
      id,
      mediaType: 'image/png',
      width: 1,
      height: 1,
      bytes: picture,
      addedAt: 1,
    })
  const [section] = hostileHarvest(false).sections
  const shows = async (id: string) => {
    const blocks = [{ type: 'picture', picture: id, alt: id, credit: '' }]
    const sections = [{ ...section, blocks }]
    const json = Buffer.from(JSON.stringify({ ...hostileHarvest(false), sections }))
    const gathered = { digest: `picture ${id}`, title: '', sessionAt: EVENING, undrawn: {}, json }
    const look = { shape: 'slide', day: '2020-04-24' } as const
    return Buffer.from(await desk.file('s1', gathered, format('html'), look, somebody()))
      .toString()
      .includes(`data:image/png;base64,${picture.toString('base64')}`)
  }
  expect(await Promise.all([...files.map(([, id]) => id), 'pic4'].map(shows))).toEqual([
    true,
    false,
    false,
    false,
  ])
})

import { initialState } from '@escale/shared'
import { tallyWorkshop } from '@escale/shared/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { Lane } from '../heavy/lane.ts'
import { MemoryStore } from '../store/memory/memory-store.ts'
import { type Asker, dayIn, ExportDesk, TooOftenError, type View } from './export-desk.ts'
import { exporters } from './registry.ts'

const EVENING = Date.UTC(2020, 3, 24, 22, 30)
const state = initialState({ createdAt: EVENING, seed: 's', workshop: tallyWorkshop('a') })
const view: View = {
  ...{ session: 's1', state, identities: new Map(), now: EVENING },
  ...{ reader: 'driver', names: false, activity: null },
}
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
const desk = new ExportDesk(new MemoryStore(), { stored: async () => null }, lane)
afterAll(() => lane.close())

describe('[H12] what many ask for', () => {
  test('is made once, however its address is written', async () => {
    const gathered = await desk.harvest(view, asker())
    expect(await desk.harvest(view, asker({ person: 'p2' }))).toBe(gathered)
    const zones = ['UTC', 'Etc/GMT+7', 'Africa/Abidjan', 'Atlantic/Reykjavik', 'GMT', 'America/Lima']
    const looks = zones.flatMap((zone) =>
      (['slide', 'poster'] as const).map((shape) => ({ shape, day: dayIn(zone, gathered) })),
    )
    const files = await Promise.all(
      looks.map((look) => desk.file('s1', gathered, format('markdown'), look, asker())),
    )
    expect(new Set(files).size).toBe(1)
    const tomorrow = { shape: 'slide', day: dayIn('Europe/Paris', gathered) } as const
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

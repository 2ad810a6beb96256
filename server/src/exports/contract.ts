/** What every format must do, whatever it is. Each folder's test says how its file is read. */
import type { Harvest, HarvestBlock } from '@escale/shared'
import { describe, expect, test } from 'vitest'
import type { Exporter, ExportOptions } from './exporter.ts'
import { bigHarvest, HOSTILE_NOTES, hostileHarvest, NAMES } from './harvest-samples.ts'
import { exporters } from './registry.ts'

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const options: ExportOptions = {
  pictures: async (id) => (id === 'pic' ? { mediaType: 'image/png', bytes: PIXEL } : undefined),
  shape: 'slide',
  day: '2020-04-24',
}

/** Spaces, controls and marks that formats may treat as they like, taken out: what a reader sees remains. */
export const seen = (text: string): string => text.replace(/[\s\p{C}\p{Z}]/gu, '').replace(/^'/, '')

/** For the largest harvest, ms of processor time; generous, since the first renderings are not optimised yet. */
const MAIN_THREAD_MAX_MS = 400

export interface Reader {
  /** All the text that somebody who opens the file sees, and that a program may find in it. */
  readonly textOf: (file: string) => string
  /** False: a format of walls only. */
  readonly everything: boolean
}

export const renderText = async (exporter: Exporter, harvest: Harvest): Promise<string> => {
  const file = await exporter.render(harvest, options)
  return typeof file === 'string' ? file : Buffer.from(file).toString('utf8')
}

export function exporterContract(exporter: Exporter, { textOf, everything }: Reader): void {
  describe(`the format ${exporter.id}`, () => {
    test('is in the registry, and says in both languages what it is for', () => {
      expect(exporters).toContain(exporter)
      for (const language of ['fr', 'en'] as const)
        expect(exporter.words[language].purpose.length).toBeGreaterThan(10)
    })

    test('[H6] shows every contribution exactly once, whatever is written in it', async () => {
      const text = seen(textOf(await renderText(exporter, hostileHarvest(false))))
      for (const note of HOSTILE_NOTES)
        expect({ note: note.text, times: text.split(seen(note.text)).length - 1 }).toEqual({
          note: note.text,
          times: 1,
        })
    })

    test('[H3] names nobody without names, and authors with them', async () => {
      const without = await renderText(exporter, hostileHarvest(false))
      const withNames = seen(textOf(await renderText(exporter, hostileHarvest(true))))
      for (const name of Object.values(NAMES)) expect(without).not.toContain(name.slice(0, 6))
      expect(withNames).toContain(seen(NAMES.p1))
      if (everything) expect(withNames).toContain(NAMES.p2)
    })

    test('holds all kinds of blocks', async () => {
      const text = seen(textOf(await renderText(exporter, hostileHarvest(true))))
      const told = everything
        ? [
            'Intertitre',
            'Bonjour',
            'La démarche',
            'exemple.fr/a',
            'Elicec',
            'oiseau',
            'Une histoire',
            'points',
            'B|<b>',
            'Arrivé<b>premier',
            '=Arrivé aussi',
          ]
        : []
      expect(told.filter((part) => !text.includes(seen(part)))).toEqual([])
    })

    test('[H14] says of what is stored damaged that it cannot be read', async () => {
      const [section] = hostileHarvest(false).sections
      if (section === undefined) throw new Error('an empty sample')
      const group = { title: '1', people: [], text: 'le reste', unreadable: true } as const
      const damaged = (blocks: HarvestBlock[]) =>
        renderText(exporter, { ...hostileHarvest(false), sections: [{ ...section, blocks }] })
      expect(await damaged([{ type: 'unreadable' }])).toMatch(/abîmée|unreadable/)
      const beside = await damaged([{ type: 'groups', groups: [group] }])
      expect(everything ? beside : 'unreadable').toMatch(/abîmée|unreadable/)
      expect(everything ? beside : 'le reste').toContain('le reste')
    })

    test('makes something of a harvest without anything', async () => {
      const file = await exporter.render({ ...hostileHarvest(false), sections: [] }, options)
      expect(file.length).toBeGreaterThan(20)
    })

    // Time of this process, not of the clock: other work on the machine does not count.
    test('[H10] costs the event loop little, also for a thousand notes', async () => {
      const harvest = bigHarvest(1_000, (i) => `Relier les initiatives et les personnes, numéro ${i}.`)
      await exporter.render(harvest, options)
      const before = process.cpuUsage()
      await exporter.render(harvest, options)
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1_000).toBeLessThan(MAIN_THREAD_MAX_MS)
    })
  })
}

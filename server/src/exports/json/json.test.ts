import { HarvestFile } from '@escale/shared'
import { expect, test } from 'vitest'
import { exporterContract, renderText } from '../contract.ts'
import { hostileHarvest } from '../harvest-samples.ts'
import { json } from './index.ts'

/** Every text in it, one after the other. */
const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : []

exporterContract(json, { everything: true, textOf: (file) => texts(JSON.parse(file)).join('\n') })

test('[H8] is what the documented schema says, with the harvest unchanged in it', async () => {
  const harvest = hostileHarvest(true)
  const read = HarvestFile.parse(JSON.parse(await renderText(json, harvest)))
  expect(read.sections.map((s) => s.blocks)).toEqual(harvest.sections.map((s) => s.blocks))
  expect(read.names).toEqual(harvest.names)
})

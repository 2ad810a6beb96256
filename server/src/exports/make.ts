/** What a helper does for the récolte (`heavy/helper.ts`): it is gathered from what is stored, and made a file. */
import { createHash } from 'node:crypto'
import { type Harvest, kinds } from '@escale/shared'
import type { Ask, Gathered, GatherJob, RenderJob } from '../heavy/jobs.ts'
import { gatherHarvest } from './gather.ts'
import { exporters } from './registry.ts'
import { undrawnSigns } from './undrawn.ts'

export async function gather({ request }: GatherJob, ask: Ask): Promise<Gathered> {
  const harvest = await gatherHarvest(
    {
      names: (activity) => ask({ type: 'documents', activity }),
      load: (activity, name) => ask({ type: 'document', activity, name }),
    },
    { ...request, kinds },
  )
  const { title, sessionAt } = harvest
  const says = JSON.stringify({ ...harvest, madeAt: 0 })
  return {
    digest: createHash('sha256').update(says).digest('base64url'),
    title,
    sessionAt,
    undrawn: undrawnSigns(harvest),
    json: Buffer.from(JSON.stringify(harvest)),
  }
}

export async function render({ format, harvest, shape, day }: RenderJob, ask: Ask): Promise<Uint8Array> {
  const exporter = exporters.find(({ id }) => id === format)
  if (exporter === undefined) throw new Error('no such format')
  const file = await exporter.render(JSON.parse(Buffer.from(harvest).toString('utf8')) as Harvest, {
    shape,
    day,
    pictures: (id) => ask({ type: 'picture', id }),
  })
  return typeof file === 'string' ? Buffer.from(file) : file
}

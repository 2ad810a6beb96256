/** The process that does heavy work for the server (`helper-process.ts`): it opens no file of ours and no line to anybody. */
import { createHash } from 'node:crypto'
import { type Harvest, kinds } from '@escale/shared'
import { gatherHarvest } from '../exports/gather.ts'
import { exporters } from '../exports/registry.ts'
import { reencode } from '../pictures/reencode.ts'
import { EXPORT_MAX_BYTES } from './heavy-limits.ts'
import type { Gathered, GatherJob, Job, Need, Order, RenderJob, Report, Results, Supplies } from './jobs.ts'

class TooLargeError extends Error {}

const asked = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
let lastNumber = 0

const report = (what: Report): void => void process.send?.(what)

function ask<N extends Need>(need: N): Promise<Supplies[N['type']]> {
  lastNumber += 1
  const number = lastNumber
  return new Promise((resolve, reject) => {
    asked.set(number, { resolve, reject })
    report({ need, number })
  })
}

async function gather({ request }: GatherJob): Promise<Gathered> {
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
    json: Buffer.from(JSON.stringify(harvest)),
  }
}

async function render({ format, harvest, shape, day }: RenderJob): Promise<Uint8Array> {
  const exporter = exporters.find(({ id }) => id === format)
  if (exporter === undefined) throw new Error('no such format')
  const file = await exporter.render(JSON.parse(Buffer.from(harvest).toString('utf8')) as Harvest, {
    shape,
    day,
    pictures: (id) => ask({ type: 'picture', id }),
  })
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  if (bytes.byteLength > EXPORT_MAX_BYTES) throw new TooLargeError()
  return bytes
}

function work(job: Job): Promise<Results[Job['type']]> {
  switch (job.type) {
    case 'gather':
      return gather(job)
    case 'render':
      return render(job)
    case 'redraw':
      return reencode(job.bytes, job.maxPixels, job.sidePx)
  }
}

process.on('message', (order: Order) => {
  if ('supplied' in order) {
    const waiting = asked.get(order.supplied)
    asked.delete(order.supplied)
    if ('failed' in order) waiting?.reject(new Error('could not be read'))
    else waiting?.resolve(order.value as never)
    return
  }
  work(order.job).then(
    (done) => report({ done, heldBytes: process.memoryUsage.rss() }),
    (error: unknown) =>
      report({
        failed: error instanceof TooLargeError ? 'too-large' : 'error',
        message: error instanceof Error ? error.message : 'failed',
        heldBytes: process.memoryUsage.rss(),
      }),
  )
})
// Does not outlive the server.
process.on('disconnect', () => process.exit(0))

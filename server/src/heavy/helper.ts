/**
 * The process that does heavy work for the server (`helper-process.ts`): it opens no file of ours and no line to anybody.
 * What a piece of work needs is loaded with the first of its kind.
 */
import { EXPORT_MAX_BYTES } from './heavy-limits.ts'
import type { Ask, Job, Need, Order, Report, Results, Supplies } from './jobs.ts'

class TooLargeError extends Error {}

const asked = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
let lastNumber = 0

const report = (what: Report): void => void process.send?.(what)

const ask: Ask = <N extends Need>(need: N) => {
  lastNumber += 1
  const number = lastNumber
  return new Promise<Supplies[N['type']]>((resolve, reject) => {
    asked.set(number, { resolve, reject })
    report({ need, number })
  })
}

async function work(job: Job): Promise<Results[Job['type']]> {
  switch (job.type) {
    case 'gather':
      return (await import('../exports/make.ts')).gather(job, ask)
    case 'render': {
      const file = await (await import('../exports/make.ts')).render(job, ask)
      if (file.byteLength > EXPORT_MAX_BYTES) throw new TooLargeError('more than one file may be')
      return file
    }
    case 'redraw':
      return (await import('../pictures/reencode.ts')).reencode(job.bytes, job.maxPixels, job.sidePx)
  }
}

const failureOf = (error: unknown): Pick<Extract<Report, { failed: unknown }>, 'failed' | 'message'> => ({
  failed: error instanceof TooLargeError ? 'too-large' : 'error',
  message: error instanceof Error ? error.message : 'failed',
})

process.on('message', (order: Order) => {
  if ('job' in order) {
    work(order.job).then(
      (done) => report({ done, heldBytes: process.memoryUsage.rss() }),
      (error: unknown) => report({ ...failureOf(error), heldBytes: process.memoryUsage.rss() }),
    )
    return
  }
  const waiting = asked.get(order.supplied)
  asked.delete(order.supplied)
  if ('failed' in order) waiting?.reject(new Error('could not be read'))
  else waiting?.resolve(order.value as never)
})
// Does not outlive the server.
process.on('disconnect', () => process.exit(0))
report({ ready: true })

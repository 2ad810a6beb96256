/** Loaded into every server under test before its own code: tells over IPC how late the event loop was. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const RESOLUTION_MS = 5

if (isMainThread && process.send) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  const beyond = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  process.on('message', (message) => {
    if (message?.type !== 'event-loop') return
    process.send({ type: 'event-loop', p99: beyond(delay.percentile(99)), max: beyond(delay.max) })
    delay.reset()
  })
}

/** Loaded into every server under test before its own code: tells over IPC how late the event loop was, and ends with the bench. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const RESOLUTION_MS = 5
const GOODBYE_MS = 2_000

if (isMainThread && process.send) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  const beyond = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  process.on('message', (message) => {
    if (message?.type !== 'event-loop') return
    process.send({ type: 'event-loop', p99: beyond(delay.percentile(99)), max: beyond(delay.max) })
    delay.reset()
  })
  // No server outlives the bench; ours says goodbye first.
  process.on('disconnect', () => setTimeout(() => process.exit(1), GOODBYE_MS))
}

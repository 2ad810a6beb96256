import { setMaxListeners } from 'node:events'
import { behaviours } from './behaviours/registry.ts'
import { type Character, Scene } from './behaviours/scene.ts'
import { Left } from './pace.ts'

/**
 * Lives through whatever runs, in any order, until the session ends, the person is removed, or `signal` aborts: reacts
 * to each start of an activity with the behaviour of its kind, and leaves it when another starts.
 */
export async function liveThrough(
  character: Character,
  signal: AbortSignal,
  onTrouble: (error: unknown) => void = () => undefined,
): Promise<void> {
  const { bot } = character
  const memory = new Map<string, Set<string>>()
  let running = ''
  let leave = new AbortController()
  const isOver = () =>
    signal.aborted || bot.connection.goodbye !== undefined || bot.sight.session?.status === 'ended'

  await new Promise<void>((resolve) => {
    const follow = () => {
      if (isOver()) {
        leave.abort()
        stop()
        signal.removeEventListener('abort', follow)
        resolve()
        return
      }
      const { activity } = bot.sight
      // A restart is a new run of the same activity.
      const run = activity === null ? '' : `${activity.id}/${activity.run.startedAt}`
      if (run === running) return
      running = run
      leave.abort()
      bot.closeDocuments()
      leave = new AbortController()
      // A person waits for many things at once.
      setMaxListeners(0, leave.signal)
      if (activity === null) return
      const done = memory.get(run) ?? new Set()
      memory.set(run, done)
      const behaviour = behaviours[activity.kind]
      if (behaviour)
        behaviour(new Scene(character, activity.id, done, leave.signal)).catch((error: unknown) => {
          if (!(error instanceof Left)) onTrouble(error)
        })
    }
    const stop = bot.connection.onChange(follow)
    signal.addEventListener('abort', follow)
    follow()
  })
}

/**
 * Keeps a server running that ends by a fault of its own, or that hangs: again after a while, longer each time, and not for
 * ever.
 */

/** The server's code for a fault that nobody foresaw (server/src/ending.ts). */
const EXIT_FAULT = 70
/** Pauses before it is started again; as many as there are, that often within `WITHIN_MS`. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000]
const WITHIN_MS = 10 * 60_000
/** Once it has said that it is there (server/src/main.ts, every few seconds) it may be silent for so long. */
const SILENT_MAX_MS = 60_000

const GIVEN_UP = `
  Escale s’est arrêté plusieurs fois de suite à cause d’une erreur, et n’est plus relancé. Rien de ce qui était enregistré n’est perdu.
  Les lignes ci-dessus (« fatal ») disent où ; relancez avec npm start, et signalez l’erreur si elle revient.

  Escale ended several times in a row because of a fault, and is not started again. Nothing that was saved is lost.
  The lines above (“fatal”) say where; start it again with npm start, and report the fault if it comes back.
`

const HANGS = '  Escale ne répond plus : il est arrêté de force / does not answer any more: it is struck down'

/** Ended by itself for no reason that whoever runs it could mend: by a fault, or struck down (no memory left, say). */
const isFault = (code, signal) => code === EXIT_FAULT || signal !== null

/** Strikes a server down that was there and says nothing any more. A machine that sleeps lets no time pass for either. */
function watchOver(child, { silentMaxMs, now, say }) {
  let heardAt
  child.on('message', () => {
    heardAt = now()
  })
  return setInterval(() => {
    if (heardAt === undefined || now() - heardAt < silentMaxMs) return
    say(HANGS)
    child.kill('SIGKILL')
  }, silentMaxMs / 4).unref()
}

/**
 * @param {(isAgain: boolean) => import('node:child_process').ChildProcess} start starts the server
 * @param {{ pauses?: readonly number[], say?: (text: string) => void, now?: () => number, silentMaxMs?: number }} [options]
 *   `now`: monotonic, ms
 * @returns {{ stop: (signal: NodeJS.Signals) => void, ended: Promise<number> }} `stop` passes a signal on, and starts
 *   nothing more; `ended` resolves with the code to end with
 */
export function keepRunning(
  start,
  {
    pauses = PAUSES_MS,
    say = console.error,
    now = () => performance.now(),
    silentMaxMs = SILENT_MAX_MS,
  } = {},
) {
  let faults = []
  let isStopping = false
  let child
  let pause

  const ended = new Promise((resolve) => {
    const begin = (isAgain) => {
      child = start(isAgain)
      const watch = watchOver(child, { silentMaxMs, now, say })
      child.once('exit', (code, signal) => {
        child = undefined
        clearInterval(watch)
        if (isStopping || !isFault(code, signal)) return resolve(code ?? 1)
        faults = [...faults.filter((at) => now() - at < WITHIN_MS), now()]
        const ms = pauses[faults.length - 1]
        if (ms === undefined) {
          say(GIVEN_UP)
          return resolve(EXIT_FAULT)
        }
        pause = { end: () => resolve(0), timer: setTimeout(begin, ms, true) }
        say('  Escale redémarre après une erreur / starts again after a fault…')
      })
    }
    begin(false)
  })

  return {
    ended,
    stop: (signal) => {
      isStopping = true
      if (child !== undefined) child.kill(signal)
      else if (pause !== undefined) {
        clearTimeout(pause.timer)
        pause.end()
      }
    },
  }
}

/** Themes of a large wall are worked out in a thread of their own that ends with its answer: they are asked for a few times an hour. */
import type { ThemeProposal } from '@escale/shared/activities/wall'
import { startThread } from '../../../threads/start-thread.ts'
import { proposeThemes, type ThemeNote, type ThemeWish } from './propose-themes.ts'

export interface ThemesRequest {
  readonly notes: readonly ThemeNote[]
  readonly wish: ThemeWish
}

/** So many take some 30 ms: less than to start a thread. */
const AT_HOME_MAX = 120
/** Far more than the largest wall takes. */
const PATIENCE_MS = 20_000

/** One after the other: whoever asks often waits longer, and a core stays free for those who write. */
let last: Promise<unknown> = Promise.resolve()

/** @throws Error when the thread failed */
export async function findThemes(notes: readonly ThemeNote[], wish: ThemeWish): Promise<ThemeProposal> {
  if (notes.length <= AT_HOME_MAX) return proposeThemes(notes, wish)
  const asked = last.then(() => inThread({ notes, wish }))
  last = asked.catch(() => undefined)
  return asked
}

const inThread = (request: ThemesRequest): Promise<ThemeProposal> =>
  new Promise((resolve, reject) => {
    const thread = startThread('themes-worker', request)
    // Nobody is kept from ending by it.
    thread.unref()
    const patience = setTimeout(() => finish(() => reject(new Error('themes took too long'))), PATIENCE_MS)
    patience.unref()
    const finish = (settle: () => void) => {
      clearTimeout(patience)
      settle()
      void thread.terminate()
    }
    thread.once('message', (proposal: ThemeProposal) => finish(() => resolve(proposal)))
    thread.once('error', (error) => finish(() => reject(error)))
    thread.once('exit', () => finish(() => reject(new Error('the thread of the themes ended'))))
  })

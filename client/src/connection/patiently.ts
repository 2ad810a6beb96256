/** How long until code that could not be fetched is asked for again, ms. */
const AGAIN_MS = 4_000

/**
 * Code that the page shows by itself, without anybody's press: where the network is away it comes later, and nothing breaks
 * meanwhile.
 */
export const patiently = <T>(load: () => Promise<T>): Promise<T> =>
  load().catch(() => new Promise((resolve) => setTimeout(resolve, AGAIN_MS)).then(() => patiently(load)))

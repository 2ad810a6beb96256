import { readFileSync } from 'node:fs'
import type { Opened } from './board.ts'

/** What the page's process needs, MB (proportional set size): pictures and elements, not only the heap. */
export async function pageMemory({ page, client }: Opened): Promise<number> {
  await client.send('HeapProfiler.collectGarbage')
  const root = await page.context().browser()?.newBrowserCDPSession()
  const { processInfo } = (await root?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/Pss:\s+(\d+)/.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0))
  return Math.max(0, ...sizes) / 1_024
}

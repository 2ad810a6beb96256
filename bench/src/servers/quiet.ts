/** The built server as the benches of pages have it: on a folder of its own, without a word and without a demonstration. */
import { join } from 'node:path'
import { type Child, freePort, ROOT, startChild } from './child.ts'

export interface QuietServer {
  readonly baseUrl: string
  readonly port: number
  readonly child: Child
}

/** @throws Error when it does not listen in time */
export async function startQuiet(folder: string): Promise<QuietServer> {
  const port = await freePort()
  const child = await startChild({
    args: [join(ROOT, 'server/dist/main.js'), '--data', folder, '--port', String(port)],
    port,
    env: { ESCALE_LOG: 'silent', ESCALE_DEMO: '0', HOST: '127.0.0.1' },
  })
  return { baseUrl: `http://127.0.0.1:${port}`, port, child }
}

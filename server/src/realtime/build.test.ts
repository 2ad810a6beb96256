import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Browser } from '@escale/bots'
import { PROTOCOL_VERSION } from '@escale/shared'
import { expect, test } from 'vitest'
import { startServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'

test('[O12] who is let in is told which client the server has; who speaks another protocol is told that, whoever they are', async () => {
  const clientFolder = await mkdtemp(join(tmpdir(), 'escale-client-'))
  await writeFile(
    join(clientFolder, 'index.html'),
    '<script type="module" src="/assets/index-new.js"></script>',
  )
  const server = await startServer({ clientFolder })
  const claire = new Browser(server.baseUrl)
  const { session } = await claire.createSession({})
  const open = (browser: Browser, version: number) =>
    RawSocket.open(browser, session, 'facilitator', { query: { version: String(version) } })
  const inside = await open(claire, PROTOCOL_VERSION)
  await inside.frame()
  expect(inside.build).toBe('index-new')
  for (const browser of [claire, new Browser(server.baseUrl)]) {
    const old = await open(browser, PROTOCOL_VERSION - 1)
    expect(await old.bye()).toEqual({ reason: 'version', retryInMs: null })
    old.close()
  }
  inside.close()
  await server.dispose()
  await rm(clientFolder, { recursive: true })
})

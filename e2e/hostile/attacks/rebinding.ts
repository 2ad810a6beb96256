import { RealServer } from '../../fixtures/server.ts'
import { attack } from '../harness/attack.ts'
import { ask, post } from '../harness/strangers.ts'

const EVIL = 'evil.test'
const BODY = { language: 'fr' }

const ORIGINS = [`http://${EVIL}`, `https://${EVIL}`]
const OURS = 'https://escale.example'

/** A browser tells its origin when it writes; one that is asked under an unknown name is not even to read. */
async function tryFrom(
  server: RealServer,
  origins: readonly (string | undefined)[],
  complain: (what: string) => void,
): Promise<void> {
  for (const origin of origins) {
    const headers = {
      host: EVIL,
      ...(origin === undefined ? { 'sec-fetch-site': 'same-origin' } : { origin }),
    }
    const { status } = await post(server, '/api/sessions', BODY, { headers })
    if (status < 400) complain(`${origin ?? 'a page without origin'} made a session: ${status}`)
    const upgrade = await ask(server, '/io/?EIO=4&transport=websocket', {
      headers: {
        ...headers,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      },
    })
    if (upgrade.status === 101) complain(`${origin ?? 'a page without origin'} opened a socket`)
  }
}

export const rebinding = attack({
  id: 'rebinding',
  title: 'a page of a name that leads here writes as if it were ours',
  rule: 'O6',
  by: 'stranger',
  play: async ({ server, complain }) => {
    await tryFrom(server, [...ORIGINS, undefined], complain)
    const known = await RealServer.start({ env: { ESCALE_PUBLIC_URL: OURS, ESCALE_LOG: 'silent' } })
    await tryFrom(known, ORIGINS, complain)
    const headers = { origin: OURS, host: new URL(OURS).host }
    const ours = await post(known, '/api/sessions', BODY, { headers })
    if (ours.status !== 201) complain(`our own page is refused: ${ours.status}`)
    await known.dispose()
  },
  plant: {
    fault: 'whoever comes by any name is at home',
    edits: [
      { find: /function isHostKnown\([^{]+\{[^{}]*\}\) \{/g, put: '$& return true;' },
      { find: 'if (addresses.publicUrl !== null) return origin', put: 'if (false) return origin' },
    ],
    caught: /made a session|opened a socket/,
  },
})

import { gzipSync } from 'node:zlib'
import { attack } from '../harness/attack.ts'
import { much } from '../harness/settings.ts'
import { crowd, post } from '../harness/strangers.ts'

/** Thirty million letters in thirty thousand bytes. */
const BOMB = gzipSync(Buffer.from(`{"language":"fr","file":"${'a'.repeat(31_000_000)}"}`))
const manyValues = (n: number) =>
  `{"language":"fr","file":{"format":"escale-workshop","version":1,"workshop":[${'{},'.repeat(n)}0]}}`

export const heavyBodies = attack({
  id: 'heavy-bodies',
  title: 'sends bodies that unpack to a thousand times their size, or are made of a million values',
  rule: 'O9',
  by: 'stranger',
  bars: { memoryMiB: 200 },
  play: async ({ server }) => {
    const zipped = { headers: { 'content-encoding': 'gzip' } }
    await crowd(
      much(12, 60),
      (n) => post(server, n % 2 === 0 ? '/api/sessions' : '/api/code', BOMB, { ...zipped, from: n }),
      6,
    )
    await crowd(
      much(4, 20),
      (n) => post(server, '/api/sessions', manyValues(n % 2 === 0 ? 190_000 : 49_000), { from: n }),
      4,
    )
    await crowd(much(6, 30), (n) =>
      post(server, '/api/code', `${'['.repeat(15_000)}${']'.repeat(15_000)}`, { from: n }),
    )
  },
  plant: {
    fault: 'bodies that come packed are unpacked',
    edits: [{ find: 'options.inflate === false', put: 'false' }],
    caught: /clock answers|notes seen|more memory/,
  },
})

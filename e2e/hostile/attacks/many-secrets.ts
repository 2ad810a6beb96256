import { randomBytes } from 'node:crypto'
import { attack } from '../harness/attack.ts'
import { worksInTheLoop } from '../harness/edits.ts'
import { much } from '../harness/settings.ts'
import { ask, crowd } from '../harness/strangers.ts'

/** As many as a browser may hold. */
const SECRETS = 12
const secret = () => randomBytes(32).toString('base64url')
const cookie = () => `escale_device=${Array.from({ length: SECRETS }, secret).join('.')}`

export const manySecrets = attack({
  id: 'many-secrets',
  title: 'shows made-up secrets at every door, as many as fit a cookie',
  rule: 'issue 11 §4',
  by: 'stranger',
  play: async ({ server, stage }) => {
    await crowd(
      much(400, 6_000),
      () => ask(server, `/api/sessions/${stage.session}/door`, { headers: { cookie: cookie() } }),
      24,
    )
  },
  plant: worksInTheLoop(/\/door/, 40),
})

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
  rule: 'L25',
  by: 'stranger',
  longOnly: 'it costs a second of processor, and the guard is a bound of the cookie',
  play: async ({ server, stage }) => {
    await crowd(
      much(200, 6_000),
      () => ask(server, `/api/sessions/${stage.session}/door`, { headers: { cookie: cookie() } }),
      24,
    )
  },
  plant: worksInTheLoop(/\/door/, 30),
})

import { Browser } from '@escale/bots'
import { attack } from '../harness/attack.ts'
import { much } from '../harness/settings.ts'
import { crowd, post } from '../harness/strangers.ts'

const LETTERS = 'BCDFGHJKMNPQRSTVWXYZ23456789'
const guess = (n: number) => ({
  code: Array.from({ length: 8 }, (_, i) => LETTERS[(n * 31 + i * 7 * (n + 3)) % LETTERS.length]).join(''),
})

export const codeBurst = attack({
  id: 'code-burst',
  title: 'hundreds of wrong codes at once; behind the same address somebody types the right one',
  rule: 'L23',
  by: 'stranger',
  play: async ({ server, stage, complain }) => {
    const { code } = stage.facilitator.created
    const burst = much(150, 600)
    const answers = await crowd(burst, (n) => post(server, '/api/code', guess(n)), burst)
    const judged = answers.filter(({ status }) => status === 404).length
    if (judged > 60) complain(`${judged} of ${burst} guesses were judged`)
    await new Browser(server.url)
      .findByCode(code)
      .catch((error: unknown) => complain(`the right code is refused: ${error}`))
    const secrets = await crowd(
      much(90, 200),
      (n) => post(server, `/api/sessions/${stage.session}/enter`, { secret: `${'x'.repeat(40)}${n}` }),
      200,
    )
    const tried = secrets.filter(({ status }) => status === 403).length
    if (tried > 70) complain(`${tried} of 200 secrets were tried`)
    await new Browser(server.url)
      .enter(stage.session, stage.facilitator.seat.secret)
      .catch((error: unknown) => complain(`the right secret is refused: ${error}`))
  },
  plant: {
    fault: 'guesses that nobody counts',
    edits: [{ find: 'if (!this.#rates.take(rate, key, owed(at))) {', put: 'if (false) {' }],
    caught: /guesses were judged/,
  },
})

import { attack } from '../harness/attack.ts'
import { crowd, post } from '../harness/strangers.ts'

/** That may run at the same time. */
const MAY_RUN = 8

export const demonstrations = attack({
  id: 'demonstrations',
  title: 'opens one demonstration after the other, each with its crowd',
  rule: 'L33',
  by: 'stranger',
  longOnly: 'the crowds of demonstrations cost ten seconds of processor',
  play: async ({ server, complain }) => {
    const opened = (await crowd(30, (n) => post(server, '/api/demo', {}, { from: n }), 4)).filter(
      ({ status }) => status === 201,
    )
    const different = new Set(opened.map(({ body }) => (JSON.parse(body) as { session: string }).session))
    if (different.size > MAY_RUN) complain(`${different.size} demonstrations run`)
  },
  plant: {
    fault: 'as many demonstrations as are asked for',
    edits: [
      { find: 'this.#shown.size >= 8', put: 'false' },
      { find: 'ofAddress().length >= 3', put: 'false' },
    ],
    caught: /demonstrations run/,
  },
})

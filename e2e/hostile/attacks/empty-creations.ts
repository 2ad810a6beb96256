import { Browser } from '@escale/bots'
import { attack } from '../harness/attack.ts'
import { crowd, post } from '../harness/strangers.ts'

export const emptyCreations = attack({
  id: 'empty-creations',
  title: 'asks for sessions without saying anything; behind the same address somebody makes one',
  rule: 'L26',
  by: 'stranger',
  play: async ({ server, complain }) => {
    await crowd(80, () => post(server, '/api/sessions', ''), 20)
    await crowd(80, () => post(server, '/api/sessions', '{"template":"none","language":"fr"}'), 20)
    await new Browser(server.url)
      .createSession({ template: 'visio-24-avril' })
      .catch((error: unknown) => complain(`nobody can make a session any more: ${error}`))
  },
  plant: {
    fault: 'a wall instead of a toll',
    edits: [
      { find: 'puzzle: this.#puzzles.issue(purpose, price)', put: 'puzzle: null' },
      { find: 'if (isSmall && response.statusCode >= 400) uncount();', put: '' },
    ],
    caught: /nobody can make a session/,
  },
})

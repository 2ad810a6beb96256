import { attack } from '../harness/attack.ts'
import { joinStage } from '../harness/stage.ts'
import { ask, post } from '../harness/strangers.ts'

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
const POLLUTED = '{"__proto__":{"harvestShared":true,"isAdmin":true},"constructor":{"prototype":{"x":1}}'

export const pollutedKeys = attack({
  id: 'polluted-keys',
  title: 'names what every object has, wherever a name is taken',
  rule: 'P7',
  by: 'participant',
  play: async ({ server, stage, complain }) => {
    for (const path of ['/api/sessions', '/api/code', '/api/demo/x', `/api/sessions/${stage.session}/join`])
      await post(server, path, `${POLLUTED},"language":"fr","template":"__proto__"}`)
    for (const name of NAMES)
      for (const path of [
        `/api/sessions/${name}/door`,
        `/api/sessions/${stage.session}/harvest/${name}`,
        `/api/sessions/${stage.session}/pictures/${name}`,
        `/api/templates?language=${name}&${name}[x]=1`,
      ]) {
        const { status } = await ask(server, path)
        if (status >= 500) complain(`${path.replace(stage.session, '…')}: ${status}`)
      }
    const bot = await joinStage(server, stage)
    await bot.until((sight) => sight.activity !== null)
    for (const name of NAMES) {
      const note = { id: name, text: name, colour: 0, zone: name, values: JSON.parse(`{"${name}":1}`) }
      await bot.write({ type: 'put', note }, stage.wall)
      await bot.write({ type: 'move', id: name, zone: name }, stage.wall)
      await bot.act(JSON.parse(`{"type":"${name}","${name}":{}}`), stage.wall)
      await bot.act({ type: 'keep', text: name, named: true }, name)
      await bot.command({ type: 'rename', person: name })
    }
    bot.close()
    const shared = stage.facilitator.sight.session
    if (JSON.stringify(shared).includes('isAdmin')) complain('a key of a prototype came through')
  },
  plant: {
    fault: 'a server that ends for the name of a prototype',
    load: ['ends-for-odd-names'],
    caught: /the server ended/,
  },
})

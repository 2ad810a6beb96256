import { attack } from '../harness/attack.ts'
import { joinStage } from '../harness/stage.ts'

const HOUR_MS = 3_600_000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export const clockStep = attack({
  id: 'clock-step',
  title: 'the machine’s clock steps an hour ahead, and back again',
  rule: 'C11',
  by: 'nobody',
  house: { nodeArgs: ['--require', `${import.meta.dirname}/../plants/stepping-clock.cjs`] },
  play: async ({ server, stage, complain }) => {
    const bot = await joinStage(server, stage)
    await bot.until((sight) => sight.activity !== null)
    const told = () => bot.connection.askTime()
    const off = (await told()) - performance.now()
    for (const stepMs of [HOUR_MS, 0, -HOUR_MS, 0]) {
      server.process.send({ clockStepMs: stepMs })
      await pause(250)
      const drift = Math.abs((await told()) - performance.now() - off)
      if (drift > 2_000) complain(`the server’s time is off by ${Math.round(drift / 1_000)} s after a step`)
      await stage.facilitator.do({ type: 'adjust', ms: 60_000 })
      const run = stage.facilitator.sight.activity?.run
      if (run !== undefined && run.startedAt > (await told()) + 2_000)
        complain('an activity begins in the future')
    }
    bot.close()
  },
  plant: {
    fault: 'a server that believes the machine’s calendar',
    edits: [{ find: 'const atSteady = steady();', put: 'return wall();' }],
    caught: /off by|in the future/,
  },
})

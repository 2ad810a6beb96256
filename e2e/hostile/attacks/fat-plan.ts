import { createAs } from '@escale/bots'
import { attack } from '../harness/attack.ts'
import { fullFile } from '../harness/full-file.ts'
import { much } from '../harness/settings.ts'

export const fatPlan = attack({
  id: 'fat-plan',
  title: 'makes a plan as large as may be, and edits it again and again: others are told the whole of it',
  rule: 'D16',
  by: 'facilitator',
  play: async ({ server }) => {
    const fat = await createAs(server.url, { file: fullFile() }).catch(() => undefined)
    if (fat === undefined) throw new Error('no session could be made')
    const [first] = fat.plan()
    for (let n = 0; n < much(12, 400); n++)
      await fat.command({ type: 'plan-edit', activity: first?.id ?? '', patch: { title: `${n}` } })
    fat.close()
  },
  plant: {
    fault: 'a plan that takes long to be looked through at each change of it',
    edits: [
      {
        find: /function mayGrowTo\(before, after\) \{/g,
        put: '$& if (before !== after) for (const until = process.cpuUsage().user + 15e4; process.cpuUsage().user < until; );',
      },
    ],
    caught: /clock answers/,
  },
})

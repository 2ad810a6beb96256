import { randomUUID } from 'node:crypto'
import { attack } from '../harness/attack.ts'
import { much } from '../harness/settings.ts'
import { joinStage } from '../harness/stage.ts'
import { crowd } from '../harness/strangers.ts'

/** As much as one note may hold. */
const DRAWING = `1${'a,a.'.repeat(2_990)}a,a`

/** Of one person in a few minutes, with a little room. */
const SHARE_MAX = 110

export const drawings = attack({
  id: 'drawings',
  title: 'fills the wall with drawings; the others go on writing',
  rule: 'L11',
  by: 'ghosts',
  bars: { diskMiB: 48 },
  play: async ({ server, stage, complain }) => {
    const bots = await Promise.all(Array.from({ length: much(1, 6) }, (_, n) => joinStage(server, stage, n)))
    await Promise.all(bots.map((bot) => bot.until((sight) => sight.activity?.id === stage.wall)))
    let kept = 0
    await crowd(
      much(130, 1_200),
      async (n) => {
        const note = { id: randomUUID(), text: '', colour: 0, zone: '', drawing: DRAWING }
        const receipt = await bots[n % bots.length]?.write({ type: 'put', note }, stage.wall)
        if (receipt?.ok) kept += 1
      },
      8,
    )
    const last = { id: randomUUID(), text: 'et pourtant', colour: 0, zone: '' }
    const receipt = await stage.facilitator.write({ type: 'put', note: last }, stage.wall)
    if (!receipt.ok) complain(`after ${kept} drawings the facilitator is refused: ${receipt.refusal}`)
    if (kept > bots.length * SHARE_MAX) complain(`${kept} drawings of ${bots.length} people were taken`)
    for (const bot of bots) bot.close()
  },
  plant: {
    fault: 'a wall that one person may fill',
    edits: [
      { find: /WRITTEN_PER_PERSON_MAX_BYTES = [^;]+;/g, put: 'WRITTEN_PER_PERSON_MAX_BYTES = 2 ** 40;' },
      { find: /SHARE_OF_WHAT_IS_LEFT = [^;]+;/g, put: 'SHARE_OF_WHAT_IS_LEFT = 1;' },
    ],
    caught: /drawings/,
  },
})

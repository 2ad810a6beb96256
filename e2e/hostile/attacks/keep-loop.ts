import { attack } from '../harness/attack.ts'
import { much } from '../harness/settings.ts'
import { joinStage } from '../harness/stage.ts'

/** Of the log for one participant, with a little room. */
const SHARE_MAX_BYTES = 5_000_000

export const keepLoop = attack({
  id: 'keep-loop',
  title: 'leaves a long story in the récolte, again and again: each is an event of the log',
  rule: 'L10',
  by: 'participant',
  longOnly: 'shares of the log have tests of their own (L10)',
  play: async ({ server, stage, complain }) => {
    const bot = await joinStage(server, stage)
    await bot.until((sight) => sight.activity !== null)
    let kept = 0
    for (let n = 0; n < much(110, 900); n++) {
      const text = `${n} ${'漢'.repeat(19_900)}`
      const receipt = await bot.act({ type: 'keep', text, named: false }, stage.activity('word-rally'))
      if (receipt.ok) kept += Buffer.byteLength(text)
      else if (receipt.refusal === 'rate-limited') await new Promise((resolve) => setTimeout(resolve, 500))
    }
    if (kept > SHARE_MAX_BYTES) complain(`one person has ${kept} bytes of the log`)
    bot.close()
  },
  plant: {
    fault: 'a log that takes whatever one person adds',
    edits: [{ find: /LOG_PER_PERSON_MAX_BYTES = [^;]+;/g, put: 'LOG_PER_PERSON_MAX_BYTES = 2 ** 40;' }],
    caught: /bytes of the log/,
  },
})

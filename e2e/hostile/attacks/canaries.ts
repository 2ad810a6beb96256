import { randomUUID } from 'node:crypto'
import { attack } from '../harness/attack.ts'
import { wordsLeft } from '../harness/data-folder.ts'
import { much } from '../harness/settings.ts'
import { joinStage, takeSeat } from '../harness/stage.ts'
import { SyncLine } from '../harness/sync-line.ts'

const canary = (what: string) => `canari-${what}-${randomUUID().slice(0, 8)}`

/** What is taken away is in no file within this. */
const GONE_WITHIN_MS = 60_000

export const canaries = attack({
  id: 'canaries',
  title: 'comes later, and looks for what was taken back, shelved or corrected before',
  rule: 'D23',
  by: 'participant',
  play: async ({ server, stage, complain }) => {
    const { facilitator, wall } = stage
    const author = await joinStage(server, stage)
    await author.until((sight) => sight.activity?.id === wall)
    const words = { removed: canary('repris'), shelved: canary('insulte'), corrected: canary('avant') }
    const secret = 'a-secret-of-one-device'
    for (const [id, text] of Object.entries(words)) {
      const receipt = await author.write(
        { type: 'put', note: { id, text, colour: 0, zone: '' }, secret },
        wall,
      )
      if (!receipt.ok) throw new Error(receipt.refusal)
    }
    const changes = [
      await author.write({ type: 'remove', id: 'removed', secret }, wall),
      await facilitator.write({ type: 'shelve', from: 'wall', notes: ['shelved'] }, wall),
      await author.write(
        { type: 'edit', id: 'corrected', base: words.corrected, text: 'après', secret },
        wall,
      ),
    ]
    if (changes.some((receipt) => !receipt.ok)) throw new Error(JSON.stringify(changes))
    author.close()
    const seat = await takeSeat(server, stage)
    const line = await SyncLine.open(seat, wall, 'wall')
    line.ask()
    await line.until(() => line.hasHeard('témoin') && line.heard.length > 2, 3_000)
    const harvest = await facilitator.seat.browser.request(`/api/sessions/${stage.session}/harvest/json`)
    const text = await harvest.text()
    for (const [what, word] of Object.entries(words)) {
      if (line.hasHeard(word)) complain(`a newcomer gets the bytes of what was ${what}`)
      if (what !== 'shelved' && text.includes(word)) complain(`the récolte has what was ${what}`)
    }
    line.close()
    if (much(0, 1) === 0) return
    const left = await wordsLeft(server, [words.removed, words.corrected], GONE_WITHIN_MS)
    if (left.length > 0) complain(`the folder still has ${left.join(' and ')}`)
  },
  plant: {
    fault: 'newcomers get what was said in the order in which it was said',
    edits: [{ find: /takes \|\|= takesWords\(transaction\);/g, put: '' }],
    caught: /a newcomer gets the bytes/,
  },
})

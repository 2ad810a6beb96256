import { randomUUID } from 'node:crypto'
import { joinAs } from '@escale/bots'
import { attack } from '../harness/attack.ts'
import { wordsLeft } from '../harness/data-folder.ts'
import { honestText } from '../harness/forge.ts'
import { much } from '../harness/settings.ts'
import { joinStage } from '../harness/stage.ts'
import { SyncLine } from '../harness/sync-line.ts'

const canary = (what: string) => `canari-${what}-${randomUUID().slice(0, 8)}`
/** What is erased is in no file within this. */
const GONE_WITHIN_MS = 60_000

export const erased = attack({
  id: 'erased',
  title:
    'reads the disk, the récolte and the line for somebody who has gone: names before and now, a story kept and one taken back',
  rule: 'E9',
  by: 'nobody',
  play: async ({ server, stage, complain }) => {
    const { session, activity, facilitator } = stage
    const [name, before, story, kept, tookBack] = ['nom', 'avant', 'texte', 'garde', 'repris'].map(
      canary,
    ) as [string, string, string, string, string]
    const nobody = { organisation: '', territory: '' }
    const bot = await joinAs(server.url, session, { name: before })
    const { person, browser } = bot.seat
    if (person === null) throw new Error('nobody joined')
    await bot.until((sight) => sight.activity !== null)
    await bot.command({ type: 'rename', person, identity: { name, ...nobody } })
    const line = await SyncLine.open({ browser, session, person }, activity('word-rally'), `story-${person}`)
    if ((await line.write(honestText(story), 8_000)) !== 'saved') throw new Error('the story was not kept')
    line.close()
    const rally = activity('word-rally')
    for (const action of [{ type: 'keep', text: tookBack, named: false }, { type: 'unkeep' }])
      await bot.act(action, rally)
    // A story that its author took back is in no file that says whose it was, long before anybody is erased.
    const lingers = await wordsLeft(server, [tookBack], much(20_000, GONE_WITHIN_MS))
    if (lingers.length > 0) complain('a story that was taken back is still on the disk')
    await bot.act({ type: 'keep', text: kept, named: true }, rally)
    await browser.json('POST', `/api/sessions/${session}/erase?as=participant`, { person, signed: 'removed' })
    bot.close()
    // Rosters and the récolte may be a second old.
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const words = [name, before, story, kept, tookBack]
    const witness = await joinStage(server, stage, 2)
    await witness.until((sight) => sight.activity !== null)
    const harvest = await facilitator.seat.browser.request(`/api/sessions/${session}/harvest/json?names=1`)
    const told = `${JSON.stringify([...facilitator.sight.people.values()])}${JSON.stringify(witness.sight)}${await harvest.text()}`
    for (const word of words) if (told.includes(word)) complain(`${word} is still told`)
    witness.close()
    for (const word of await wordsLeft(server, words, much(20_000, GONE_WITHIN_MS)))
      complain(`${word} is still on the disk`)
  },
  plant: {
    fault: 'a log in which words stay',
    edits: [{ find: 'of rewrites)', put: 'of [])' }],
    caught: /is still on the disk/,
  },
})

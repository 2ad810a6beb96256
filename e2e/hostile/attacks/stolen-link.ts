import { Bot } from '@escale/bots'
import { attack } from '../harness/attack.ts'
import { endAllOthers, renewLink } from '../harness/keys.ts'
import { enterStage, openStage } from '../harness/stage.ts'

export const stolenLink = attack({
  id: 'stolen-link',
  title:
    'drives with a facilitator’s link or a copy of her cookie, makes more of it, and stays after she has renewed it',
  rule: 'A4',
  by: 'former facilitator',
  play: async ({ server, complain }) => {
    const robbed = await openStage(server)
    const { session, facilitator } = robbed
    const { seat } = facilitator
    const thief = await enterStage(server, robbed, seat.secret)
    const offline = await enterStage(server, robbed, seat.secret)
    offline.close()
    const copy = new Bot({ ...seat, browser: seat.browser.twin() })
    const thieves = [thief, copy]
    await Promise.all(thieves.map((bot) => bot.until((sight) => sight.plan !== undefined)))
    const { secret } = await renewLink(thief.seat.browser, session)
    const renewed = await endAllOthers(seat.browser, session)
    for (const [n, bot] of thieves.entries())
      await bot
        .until(() => bot.connection.goodbye !== undefined, 4_000)
        .catch(() =>
          complain(`${n === 0 ? 'the thief of the link' : 'the copied cookie'} is still connected`),
        )
    for (const { seat: taken } of [thief, offline, copy])
      if ((await taken.browser.request(`/api/sessions/${session}/workshop`)).ok)
        complain('a cookie of the thief still reads the plan')
    for (const old of [seat.secret, secret])
      await enterStage(server, robbed, old).then(
        (bot) => {
          bot.close()
          complain('a link of the thief still opens')
        },
        () => undefined,
      )
    const again = await enterStage(server, robbed, renewed)
    const still = await again.command({ type: 'door', locked: true })
    if (!still.ok) complain(`the facilitator herself is out: ${still.refusal}`)
    for (const bot of [...thieves, again, facilitator]) bot.close()
  },
  plant: {
    fault: 'keys that end, and connections that do not',
    edits: [{ find: 'live.revoke(ended);', put: '' }],
    caught: /still connected/,
  },
})

import { attack } from '../harness/attack.ts'
import { much } from '../harness/settings.ts'
import { joinStage, openStage, takeSeat } from '../harness/stage.ts'
import { crowd } from '../harness/strangers.ts'

export const ghostJoins = attack({
  id: 'ghost-joins',
  title: 'takes every seat of a session without ever sitting down; then somebody comes to the workshop',
  rule: 'S42',
  by: 'ghosts',
  play: async ({ server, complain }) => {
    const stage = await openStage(server)
    const { facilitator } = stage
    const seats = much(60, 1_300)
    await facilitator.do({ type: 'settings', patch: { capacity: much(40, 1_200) } })
    let taken = 0
    await crowd(
      seats,
      (n) =>
        takeSeat(server, stage, n).then(
          () => {
            taken += 1
          },
          () => undefined,
        ),
      60,
    )
    const comesIn = () =>
      joinStage(server, stage, 3).then(
        (bot) => {
          bot.close()
          return true
        },
        () => false,
      )
    if (!(await comesIn())) {
      // She sees who was never there, and sends them away all at once.
      const ghosts = () => [...facilitator.sight.people.values()].filter(({ role }) => role === 'participant')
      // The list of people is told a few times a second.
      await facilitator.until(() => ghosts().length >= taken)
      const people = ghosts().map(({ id }) => id)
      for (let from = 0; from < people.length; from += 500)
        await facilitator.do({ type: 'remove-many', people: people.slice(from, from + 500) })
      if (!(await comesIn())) complain(`after ${taken} ghosts nobody can come in any more`)
    }
    facilitator.close()
  },
  plant: {
    fault: 'people who cannot be sent away',
    edits: [{ find: 'case "remove-many": return setRemoved', put: 'case "nobody": return setRemoved' }],
    caught: /nobody can come in|attack/,
  },
})

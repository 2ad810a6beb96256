import { randomUUID } from 'node:crypto'
import { attack } from '../harness/attack.ts'
import { worksInTheLoop } from '../harness/edits.ts'
import { much } from '../harness/settings.ts'
import { openStage, takeSeat } from '../harness/stage.ts'
import { crowd } from '../harness/strangers.ts'

const ZONES = Intl.supportedValuesOf('timeZone')

export const exportStorm = attack({
  id: 'export-storm',
  title: 'asks for the récolte as a picture, each time a little otherwise, and goes away before it comes',
  rule: 'H13',
  by: 'ghosts',
  play: async ({ server, complain }) => {
    const stage = await openStage(server)
    const { facilitator, session, wall } = stage
    await facilitator.do({ type: 'settings', patch: { harvestShared: true } })
    for (let n = 0; n < 100; n++)
      await facilitator.write(
        { type: 'put', note: { id: randomUUID(), text: `note ${n}`, colour: 0, zone: '' } },
        wall,
      )
    await facilitator.go(stage.activity('slide'))
    await facilitator.go(wall)
    const draw = async (shape: string) => {
      const began = Date.now()
      const path = `/api/sessions/${session}/harvest/png?as=facilitator&names=1&shape=${shape}`
      const response = await facilitator.seat.browser.request(path)
      if (!response.ok || (await response.arrayBuffer()).byteLength === 0)
        complain(`the facilitator gets no picture: ${response.status}`)
      return Date.now() - began
    }
    const calm = await draw('poster')
    const { browser } = await takeSeat(server, stage)
    const storm = crowd(
      much(30, 120),
      async (n) => {
        const query = `as=participant&zone=${ZONES[n * 3]}&shape=${n % 2 ? 'poster' : 'slide'}&x=${n}`
        const signal = n % 3 === 0 ? AbortSignal.timeout(50) : AbortSignal.timeout(much(6_000, 40_000))
        await browser
          .request(`/api/sessions/${session}/harvest/png?${query}`, { signal })
          .then((response) => response.arrayBuffer())
          .catch(() => undefined)
      },
      40,
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    const meanwhile = await draw('slide')
    if (meanwhile > 4 * calm + 3_000)
      complain(`the facilitator’s own file waits behind the others: ${meanwhile} ms instead of ${calm} ms`)
    await storm
    facilitator.close()
  },
  plant: worksInTheLoop(/\/harvest\/png/, 250),
})

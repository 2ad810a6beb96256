import { NOTE_COLOURS } from '@escale/shared'
import type { WallEdit, WallView } from '@escale/shared/activities/wall'
import { v7 as uuid } from 'uuid'
import { INTENTIONS } from '../data/intentions.ts'
import type { Behaviour } from './scene.ts'

/** Writes a share of the real intentions, one note after the other, like somebody who thinks in between. */
export const writeOnWall: Behaviour = async (scene) => {
  const { bot, character } = scene
  const colour = character.index % NOTE_COLOURS.length
  const mine = INTENTIONS.filter((_, index) => index % character.count === character.index)
  const most = scene.view<WallView>().maxNotesPerPerson ?? mine.length
  await scene.pause(1_500, 12_000)
  for (const text of mine.slice(0, most)) {
    if (scene.done.has(text)) continue
    await scene.until((sight) => (sight.activity?.view as WallView | undefined)?.locked === false)
    const { zones } = scene.view<WallView>()
    const zone = zones[scene.random.below(Math.max(1, zones.length))]?.id ?? ''
    scene.done.add(text)
    const edit: WallEdit = { type: 'put', note: { id: uuid(), text, colour, zone }, secret: uuid() }
    await bot.write(edit, scene.activity)
    await scene.pause(6_000, 45_000)
  }
}

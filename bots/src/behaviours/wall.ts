import { addNote } from '@escale/shared'
import { v7 as uuid } from 'uuid'
import { INTENTIONS } from '../data/intentions.ts'
import type { Behaviour } from './scene.ts'

interface View {
  readonly zones: readonly { readonly id: string }[]
  readonly identity: 'named' | 'anonymous'
  readonly maxNotesPerPerson: number | null
  readonly locked: boolean
  readonly hidden: boolean
}

const COLOURS = 8

/** Writes a share of the real intentions, one note after the other, like somebody who thinks in between. */
export const writeOnWall: Behaviour = async (scene) => {
  const { bot, character } = scene
  const colour = character.index % COLOURS
  const mine = INTENTIONS.filter((_, index) => index % character.count === character.index)
  const most = scene.view<View>().maxNotesPerPerson ?? mine.length
  await scene.pause(1_500, 12_000)
  for (const text of mine.slice(0, most)) {
    if (scene.done.has(text)) continue
    await scene.until((sight) => (sight.activity?.view as View | undefined)?.locked === false)
    const { identity, zones, hidden } = scene.view<View>()
    const document = bot.document(hidden ? `mine-${scene.me()}` : 'wall', scene.activity)
    await document.until((d) => d.ready)
    scene.done.add(text)
    addNote(document.doc, {
      id: uuid(),
      text,
      author: identity === 'named' ? scene.me() : '',
      colour,
      zone: zones.length > 0 ? scene.pick(zones, { id: '' }).id : '',
      createdAt: bot.now(),
    })
    if (hidden) await bot.act({ type: 'count', notes: document.doc.getMap('notes').size }, scene.activity)
    await scene.pause(6_000, 45_000)
  }
}

import { elapsed } from '@escale/shared'
import { type GroupView, PAGE_TEXT, type RoundTableView } from '@escale/shared/activities/round-table'
import { CHECK_INS, GROUP_NOTES } from '../data/groups.ts'
import { waitFor } from '../pace.ts'
import type { Sight } from '../sight.ts'
import { intention, situation } from './group-turn.ts'
import { untilPhase } from './phase.ts'
import type { Behaviour, Scene } from './scene.ts'

const NOTES_EACH = 2

/** Checks in, takes the turn when it comes, passes now and then, notes what matters on the group's page. */
export const roundTable: Behaviour = async (scene) => {
  await Promise.all([takePart(scene), takeNotes(scene)])
}

const groupIn = (sight: Sight): GroupView | null =>
  (sight.activity?.view as RoundTableView | undefined)?.group ?? null

async function takePart(scene: Scene): Promise<void> {
  for (;;) {
    await scene.until((sight) => groupIn(sight) !== null)
    const group = scene.view<RoundTableView>().group
    if (group === null) continue
    const now = situation(group, scene.me())
    const changed = scene.until((sight) => {
      const next = groupIn(sight)
      return next === null || situation(next, scene.me()) !== now
    })
    const wanted = scene.done.has(now)
      ? undefined
      : intention(group, scene.me(), elapsed(scene.now().run, scene.bot.now()), scene.random)
    if (wanted === undefined) {
      await changed
      continue
    }
    const ready = waitFor(wanted.dueMs ?? 0, scene.signal).then(() => scene.pause(wanted.fromMs, wanted.toMs))
    const isStillSo = await Promise.race([ready.then(() => true), changed.then(() => false)])
    if (!isStillSo) continue
    const receipt = await scene.bot.act(wanted.action, scene.activity)
    // Refused: somebody was quicker, or it is too early; the next situation tells.
    if (receipt.ok || receipt.refusal !== 'not-now') scene.done.add(now)
    else await scene.pause(1_000, 2_000)
  }
}

async function takeNotes(scene: Scene): Promise<void> {
  await scene.until((sight) => (groupIn(sight)?.pages.length ?? 0) > 0)
  const page = scene.view<RoundTableView>().group?.pages[0]
  if (page === undefined) return
  const document = scene.bot.document(page, scene.activity)
  await document.until((d) => d.ready)
  const text = document.doc.getText(PAGE_TEXT)
  const add = (line: string) => text.insert(text.length, text.length === 0 ? line : `\n${line}`)
  if (scene.character.index % 4 === 0) {
    await scene.pause(4_000, 15_000)
    add(`Météo : ${scene.pick(CHECK_INS, '')}`)
  }
  for (let written = 0; written < NOTES_EACH; written++) {
    await scene.pause(20_000, 180_000)
    const note = GROUP_NOTES[(scene.character.index * NOTES_EACH + written) % GROUP_NOTES.length] ?? ''
    if (!text.toString().includes(note)) add(`- ${note}`)
  }
}

/** Proposes groups, sends everybody there, and waits until they are back. */
export const leadRoundTable: Behaviour = async (scene) => {
  const { bot, activity } = scene
  if (scene.view<RoundTableView>().launchedAt === null) {
    const choice = scene.view<RoundTableView>().console?.choice
    await bot.act({ type: 'propose', choice, repair: 'smaller', redraw: false }, activity)
    await scene.pause(8_000, 12_000)
    await bot.act({ type: 'launch' }, activity)
  }
  await untilPhase(scene, (phase) => phase === 'plenary')
}

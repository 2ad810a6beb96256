import { serverTimeOf } from '@escale/shared'
import { STORY_TEXT, storyDocument, type WordRallyView } from '@escale/shared/activities/word-rally'
import type * as Y from 'yjs'
import { ANY_WORD, STORY_STYLES } from '../data/stories.ts'
import { untilPhase } from './phase.ts'
import type { Behaviour, Scene } from './scene.ts'

const ON_PAPER = 0.12
const BLANK_PAGE = 0.06
const RAISES = 0.3
const READS_ALOUD_ONLY = 0.25
const KEEPS = 0.7

/** Writes a story as the words come, perhaps raises a hand, reads when called, perhaps leaves the story for the harvest. */
export const rally: Behaviour = async (scene) => {
  const { bot } = scene
  const onPaper = scene.view<WordRallyView>().paper && scene.chance(ON_PAPER)
  await scene.pause(500, 4_000)
  await bot.act({ type: 'begin', on: onPaper ? 'paper' : 'screen' })
  const document = bot.document(storyDocument(scene.me()), scene.activity)
  const text = document.doc.getText(STORY_TEXT)
  if (!onPaper && !scene.chance(BLANK_PAGE)) await Promise.race([write(scene, text), untilSharing(scene)])
  await untilSharing(scene)
  await share(scene, () => text.toString().trim())
}

const untilSharing = (scene: Scene): Promise<void> => untilPhase(scene, (phase) => phase === 'sharing')

async function write(scene: Scene, text: Y.Text): Promise<void> {
  const style = STORY_STYLES[scene.character.index % STORY_STYLES.length]
  if (style === undefined || text.length > 0) return
  await type(scene, text, style.opening)
  for (let next = 0; ; next++) {
    await scene.until(() => scene.view<WordRallyView>().words.length > next)
    const given = scene.view<WordRallyView>().words[next]
    if (given === undefined) return
    const { run } = scene.now()
    await scene.untilTime(serverTimeOf(run, given.at, scene.bot.now()) ?? 0)
    await scene.pause(800, 5_000)
    const known = style.withWord[given.word]
    const sentence = known ?? (scene.chance(0.6) ? scene.pick(ANY_WORD, '').replace('{}', given.word) : '')
    await type(scene, text, sentence)
  }
}

/** Word by word, as one types. */
async function type(scene: Scene, text: Y.Text, sentence: string): Promise<void> {
  for (const part of sentence.match(/\S+\s*|\s+/g) ?? []) {
    text.insert(text.length, part)
    await scene.pause(180, 700)
  }
}

async function share(scene: Scene, story: () => string): Promise<void> {
  const { bot } = scene
  if (story() !== '' && scene.chance(RAISES) && !scene.done.has('raised')) {
    await scene.pause(2_000, 15_000)
    scene.done.add('raised')
    await bot.act({ type: 'raise' })
  }
  if (scene.done.has('raised')) {
    await scene.until(
      (sight) => (sight.activity?.view as WordRallyView | undefined)?.called?.person === scene.me(),
    )
    await scene.pause(1_500, 4_000)
    await bot.act(
      scene.chance(READS_ALOUD_ONLY) || story() === '' ? { type: 'aloud' } : { type: 'show', text: story() },
    )
    await scene.until(
      (sight) => (sight.activity?.view as WordRallyView | undefined)?.called?.person !== scene.me(),
    )
  }
  if (story() === '' || !scene.chance(KEEPS) || scene.done.has('kept')) return
  await scene.pause(3_000, 20_000)
  scene.done.add('kept')
  await bot.act({ type: 'keep', text: story(), named: scene.chance(0.5) })
}

const READINGS = 2

/** Calls two of the raised hands to read, if there are any. */
export const leadRally: Behaviour = async (scene) => {
  const { bot, activity } = scene
  await untilSharing(scene)
  for (let readings = 0; readings < READINGS; readings++) {
    await scene.until(() => (scene.view<WordRallyView>().lead?.hands.length ?? 0) > 0)
    await scene.pause(4_000, 8_000)
    const person = scene.view<WordRallyView>().lead?.hands[0]?.person
    if (person === undefined) continue
    await bot.act({ type: 'call', person }, activity)
    await scene.until(() => scene.view<WordRallyView>().called?.mode !== 'waiting')
    await scene.pause(15_000, 25_000)
    await bot.act({ type: 'end' }, activity)
  }
}

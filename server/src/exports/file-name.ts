import type { Harvest, PictureShape } from '@escale/shared'
import { FILE_NAME_MAX_CHARS, slugOf } from '../http/slug.ts'
import type { Exporter } from './exporter.ts'
import { wordsOf } from './words.ts'

export interface FileContents {
  readonly language: Harvest['language']
  /** YYYY-MM-DD */
  readonly day: string
  /** Of the session. */
  readonly title: string
  /** What alone is in it, as one names it in the session; null: all. */
  readonly alone: string | null
  readonly use: Exporter['use']
  readonly shape: PictureShape
  readonly names: boolean
}

/** A name that tells a file of a session from all its others: what makes them differ is never cut off. */
export function harvestFileName({ language, day, title, alone, use, shape, names }: FileContents): string {
  const say = wordsOf({ language })
  const before = slugOf(`${say.title} ${day}`)
  const after = slugOf([use === 'picture' ? say[shape] : '', names ? say.named : ''].join(' '))
  const room = FILE_NAME_MAX_CHARS - before.length - (after === '' ? 0 : after.length + 1) - 1
  const middle = slugOf(alone ?? title)
    .slice(0, room)
    .replace(/-$/, '')
  return [before, middle, after].filter((part) => part !== '').join('-')
}

/**
 * How the activities of a plan are told apart in names: by their titles, and by their places where two have one title or one
 * has none.
 */
export function nameInPlan(
  plan: readonly { readonly id: string; readonly title: string }[],
  id: string,
): string {
  const at = plan.findIndex((activity) => activity.id === id)
  const slug = slugOf(plan[at]?.title ?? '')
  const isAlone = plan.filter(({ title }) => slugOf(title) === slug).length === 1
  return isAlone && slug !== '' ? slug : `${at + 1}-${slug}`
}

import type { HarvestBlock } from '../../harvest/blocks.ts'
import { cleanText } from '../../text/clean.ts'
import type { HarvestSource } from '../kit/kind.ts'
import type { Definition } from './definition.ts'
import { PAGE_TEXT } from './page.ts'
import type { State } from './state.ts'

interface Met {
  readonly key: string
  readonly people: readonly string[]
  readonly pages: readonly string[]
}

/**
 * The question, then one entry per group that met, in order: its number as the title, its members, its page. A group that
 * wrote nothing has an empty text, for which a renderer says so without reproach; when nobody wrote anything there is no block.
 */
export function harvest({
  definition: { question },
  state,
  document,
  isUnreadable,
}: HarvestSource<Definition, State>): readonly HarvestBlock[] {
  const now = state.groups.map(
    (g): Met => ({ key: g.key, people: g.seats.map((s) => s.person), pages: g.pages }),
  )
  const told = new Set<string>()
  const groups = [...now, ...state.past].flatMap((group) => {
    const pages = group.pages.filter((page) => !told.has(page))
    for (const page of pages) told.add(page)
    const text = pages
      .map((page) => cleanText(document(page)?.getText(PAGE_TEXT).toString() ?? '').trim())
      .filter((part) => part !== '')
      .join('\n\n')
    const unreadable = pages.filter((page) => isUnreadable?.(page)).length > 0
    const isEmpty = pages.length === 0 || (text === '' && group.people.length === 0 && !unreadable)
    return isEmpty
      ? []
      : [
          {
            title: String(Number(group.key.slice(1)) || 0),
            people: group.people,
            text,
            ...(unreadable && { unreadable }),
          },
        ]
  })
  if (!groups.some((g) => g.text !== '' || 'unreadable' in g)) return []
  const asked: readonly HarvestBlock[] = question.trim() === '' ? [] : [{ type: 'heading', text: question }]
  return [...asked, { type: 'groups', groups }]
}

import { isStacked, type WallItem } from '@escale/shared'
import { NO_PAPER, type Paper } from '../masonry.ts'

/** Below the first note of a stack: its name and its edges. */
const STACK_LINES = '\n\n\n'

/** What makes an item as tall as it is: a stack shows its first note, its name and its edges. */
export function paperOf(item: WallItem): Paper {
  if (!isStacked(item)) return item
  const first = item.notes[0] ?? NO_PAPER
  return { ...first, text: `${first.text}${STACK_LINES}` }
}

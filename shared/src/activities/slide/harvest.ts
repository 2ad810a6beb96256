import type { HarvestBlock } from '../../harvest/blocks.ts'
import type { SlideView } from './definition.ts'

/** A quote as a Markdown block quote, its author under it. */
function quoted({ text, author }: SlideView['quotes'][number]): string {
  const lines = author === '' ? text : `${text}\n\n— ${author}`
  return lines
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

/** What the slide said: its text, quotes, picture and addresses, in the order in which they are shown. */
export function harvestSlide({ body, quotes, picture, links, video }: SlideView): HarvestBlock[] {
  const addresses = [
    ...quotes.map((q) => ({ label: q.author, url: q.url })),
    ...(video ? [video] : []),
    ...links,
  ]
  return [
    ...(body.trim() === '' ? [] : [{ type: 'markdown' as const, text: body }]),
    ...quotes.map((q) => ({ type: 'markdown' as const, text: quoted(q) })),
    ...(picture ? [{ type: 'picture' as const, ...picture }] : []),
    ...addresses
      .filter(({ url }) => url !== '')
      .map(({ label, url }) => ({ type: 'link' as const, label: label.trim() || url, url })),
  ]
}

import type { SlideDefinition, SlideView } from './definition.ts'

/** Leaves out what has nothing to show yet: a link without an address, a quote without words. */
export const shown = ({ body, quotes, picture, links, video }: SlideDefinition): SlideView => ({
  body,
  quotes: quotes.filter((q) => q.text.trim() !== ''),
  picture,
  links: links.filter((l) => l.url !== ''),
  video: video === null || video.url === '' ? null : video,
})

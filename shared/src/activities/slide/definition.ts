import * as z from 'zod/mini'
import { Id } from '../../ids.ts'
import { INSTRUCTIONS_MAX_CHARS, LABEL_MAX_CHARS, TITLE_MAX_CHARS } from '../../limits.ts'
import { WebAddress } from '../../plan/workshop.ts'

export const LINKS_MAX = 12
export const QUOTES_MAX = 6
export const QUOTE_MAX_CHARS = 1_000
export const PICTURE_ALT_MAX_CHARS = 500

/** A line of the editor that is not filled in yet has an empty address; it is shown to nobody. */
const Link = z.object({ label: z.string().check(z.maxLength(TITLE_MAX_CHARS)), url: WebAddress })

const Quote = z.object({
  text: z.string().check(z.maxLength(QUOTE_MAX_CHARS)),
  author: z.string().check(z.maxLength(TITLE_MAX_CHARS)),
  /** Where it was said; empty: not told. */
  url: WebAddress,
})

/** A picture that was uploaded into the session of this activity. */
const Picture = z.object({
  picture: Id,
  /** What it shows, for who does not see it; empty: not described yet. */
  alt: z.string().check(z.maxLength(PICTURE_ALT_MAX_CHARS)),
  credit: z.string().check(z.maxLength(LABEL_MAX_CHARS)),
})

export const SlideDefinition = z.object({
  /** Markdown. The big title is the activity's own. */
  body: z.string().check(z.maxLength(INSTRUCTIONS_MAX_CHARS)),
  quotes: z.array(Quote).check(z.maxLength(QUOTES_MAX)),
  picture: z.nullable(Picture),
  links: z.array(Link).check(z.maxLength(LINKS_MAX)),
  /** A film to open elsewhere: never loaded by the page itself. */
  video: z.nullable(Link),
})
export type SlideDefinition = z.infer<typeof SlideDefinition>

/** What everybody sees: the definition without the lines that are not filled in yet. */
export type SlideView = SlideDefinition

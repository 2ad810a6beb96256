/** For tests: a file of ours opened as a browser would. */
import { createRequire } from 'node:module'

interface Part {
  readonly localName: string
  readonly tagName: string
  readonly textContent: string
  readonly innerHTML: string
  readonly children: { readonly length: number }
  readonly childNodes: Iterable<{ readonly nodeName: string; readonly textContent: string }>
  readonly closest: (selector: string) => Part | null
  readonly href: string
  readonly attributes: Iterable<{ readonly name: string }>
  readonly getAttribute: (name: string) => string | null
  readonly querySelector: (selector: string) => Part | null
  readonly querySelectorAll: (selector: string) => Iterable<Part> & { readonly length: number }
  readonly remove: () => void
}

export interface Page extends Pick<Part, 'querySelector' | 'querySelectorAll'> {
  readonly title: string
  readonly body: Part
  readonly documentElement: Part & { readonly lang: string }
}

// jsdom's types would bring the whole DOM into the server's.
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  readonly JSDOM: new (
    text: string,
    options?: { readonly contentType: string },
  ) => { readonly window: { readonly document: Page } }
}

/** Throws on XML that is not well-formed. */
export const pageOf = (file: string, contentType = 'text/html'): Page =>
  new JSDOM(file, { contentType }).window.document

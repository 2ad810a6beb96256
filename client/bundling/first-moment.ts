/**
 * What a page shows and does in its first moment stands in the page itself: on a slow line that is seconds before anything else.
 * The server allows it by its hash (server/src/http/client-files.ts).
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const read = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../first-moment/${name}`, import.meta.url)), 'utf8')
const PLACE = '<!-- first-moment -->'
const COMMENT = /\/\*.*?\*\/\s*/gs
const STYLESHEET = /\s*<link rel="stylesheet"[^>]*>/g
const AFTER_ROOT = '<noscript>'

export const firstMoment: Plugin[] = [
  {
    name: 'first-moment',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replace(
          PLACE,
          () =>
            `<style>${read('first-moment.css').replace(COMMENT, '')}</style>\n    <script>${read('first-moment.js').replace(COMMENT, '')}</script>`,
        ),
    },
  },
  {
    // A style sheet in the head would keep the page blank until it has come; the code waits for it wherever it stands.
    name: 'styles-after-first-moment',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        const links = html.match(STYLESHEET) ?? []
        return html
          .replace(STYLESHEET, '')
          .replace(AFTER_ROOT, () => `${links.join('').trim()}\n    ${AFTER_ROOT}`)
      },
    },
  },
]

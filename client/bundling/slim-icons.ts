/**
 * Icons as they are drawn. Each line of one has a key that only React's development version asks for, six random letters that
 * nothing compresses, and each icon the names that it had before: a kilobyte of what a telephone waits for.
 */
import type { Plugin } from 'vite'

const ICON = /\/lucide-react\/dist\/esm\/icons\/[^/]+\.mjs$/

export const slimIcons: Plugin = {
  name: 'slim-icons',
  apply: 'build',
  transform(code, id) {
    if (!ICON.test(id)) return null
    const slim = code.replaceAll(/,\s+key: "[a-z0-9]+"/g, '').replace(/,\n {2}aliases: \[[^\]]*\]/, '')
    if (slim === code && code.includes('node: [')) throw new Error(`${id} is written in another way`)
    return { code: slim, map: null }
  },
}

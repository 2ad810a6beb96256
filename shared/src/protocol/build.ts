/** The client's first script, as its page and the browser name it: `/assets/index-<hash>.js`. */
const ENTRY = /\/assets\/(index-[\w-]+)\.js/

/**
 * Which build of the client a page belongs to: the name of its first script, which changes with any of its code.
 * @param text the page's HTML, or the script's address
 * @returns null in development, where nothing is built
 */
export const buildOf = (text: string): string | null => ENTRY.exec(text)?.[1] ?? null

const ALLOWED = new Set(['http:', 'https:', 'mailto:'])

/** An address that may become a link, or undefined: only http, https and mailto lead out of Escale. */
export function safeLink(href: string): string | undefined {
  try {
    const url = new URL(href)
    return ALLOWED.has(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

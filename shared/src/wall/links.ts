/** Addresses that people write in a note, found so that they can be followed. Nothing is looked up and nothing is guessed. */

export interface TextPart {
  readonly text: string
  /** Where it leads; absent: plain text. */
  readonly href?: string
}

/** Cheap: most texts have none. */
const MAYBE = /:\/\/|www\.|@/i
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"«»“”]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi
const AT_END = /[.,;:!?…'’*_\])}]$/
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
const IN_WORD = /[\p{L}\p{N}@/._+-]/u

const count = (text: string, sign: string): number => text.split(sign).length - 1

/** Without the sentence's own punctuation; a bracket that the address opened stays. */
function trimmed(address: string): string {
  let text = address
  while (AT_END.test(text)) {
    const last = text.slice(-1)
    const opening = BRACKETS[last]
    if (opening !== undefined && count(text, opening) >= count(text, last)) break
    text = text.slice(0, -1)
  }
  return text
}

function hrefOf(address: string): string | undefined {
  if (/^https?:\/\//i.test(address)) return /^https?:\/\/[\p{L}\p{N}[]/iu.test(address) ? address : undefined
  if (/^www\./i.test(address))
    return /^www\.[\p{L}\p{N}-]+\.\p{L}/iu.test(address) ? `https://${address}` : undefined
  return `mailto:${address}`
}

/** The text in parts; put together again they are the text. */
export function linkParts(text: string): readonly TextPart[] {
  if (!MAYBE.test(text)) return [{ text }]
  const parts: TextPart[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = trimmed(found)
    const href = index > 0 && IN_WORD.test(text.charAt(index - 1)) ? undefined : hrefOf(address)
    if (href === undefined) continue
    if (index > from) parts.push({ text: text.slice(from, index) })
    parts.push({ text: address, href })
    from = index + address.length
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from) })
  return parts
}

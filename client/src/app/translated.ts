/**
 * Browsers that translate a page (Chrome, Edge) put a `<font>` in the place of each text and take the text node out of the
 * page. React keeps the nodes that it made: what it writes into such a text is seen by nobody, so that a figure stands
 * still; and when it removes the text, or puts something before it, the browser throws, because the node is not there any
 * more, and the whole page is lost. React holds that this is for browsers to mend (facebook/react#11538).
 *
 * So we remember what stands in for which text. A text that React changes goes back to its place, and is translated again;
 * and what is done to a text that was taken out is done to what stands in for it. A real mistake throws as before.
 */

const isText = (node: Node | null | undefined): node is Text => node?.nodeType === Node.TEXT_NODE
/** No page of ours has one: it is always the translator's. */
const isFont = (node: Node | null | undefined): node is HTMLElement => node?.nodeName === 'FONT'

interface Gone {
  readonly node: Node
  readonly record: MutationRecord
}

const isSamePlace = (a: MutationRecord, b: MutationRecord): boolean =>
  a.target === b.target && a.previousSibling === b.previousSibling && a.nextSibling === b.nextSibling

/**
 * Follows a page, from now on.
 * @param early what was done to it before, since the first sign of a translator
 * @returns what puts everything back as it was, for tests
 */
export function surviveTranslation(
  page: Document = document,
  early: readonly MutationRecord[] = [],
): () => void {
  const prototype = Node.prototype
  const { appendChild, insertBefore, removeChild, replaceChild } = prototype
  /** What stands in for a text, and the reverse. Weak: a text that React forgets is forgotten here. */
  const standIns = new WeakMap<Node, Node>()
  const texts = new WeakMap<Node, Text>()
  /** Nothing was ever translated: everything is as it would be without us. */
  let isIdle = true

  const remember = (text: Text, standIn: Node) => {
    isIdle = false
    standIns.set(text, standIn)
    texts.set(standIn, text)
    // A node outside of the page can be watched as well.
    observer.observe(text, { characterData: true })
  }

  const forget = (text: Node) => {
    const standIn = standIns.get(text)
    standIns.delete(text)
    if (standIn) texts.delete(standIn)
  }

  /** What was taken away, and by what it was replaced in the same place. */
  const pair = ({ node, record }: Gone, standIn: Node) => {
    const text = texts.get(node) ?? node
    if (!isText(text)) return
    texts.delete(node)
    // « Show the original »: the text itself is there again.
    if (text === standIn) standIns.delete(text)
    else if (isFont(standIn) || node !== text) remember(text, standIn)
    // Taken away although it is where it belongs: somebody has put it back since.
    if (text.parentNode === record.target) forget(text)
  }

  const follow = (records: readonly MutationRecord[]) => {
    /** Put there in these same records, and not yet taken for anything's place. */
    const fresh = new Set<Node>()
    let gone: Gone[] = []
    for (const record of records) {
      if (record.type === 'characterData') {
        restore(record.target)
        continue
      }
      for (const node of record.addedNodes) {
        if (!isFont(node) && !isText(node)) continue
        const before = gone.find((one) => isSamePlace(one.record, record))
        if (before && (isFont(node) || texts.has(before.node))) {
          gone = gone.filter((one) => one !== before)
          pair(before, node)
        } else fresh.add(node)
      }
      for (const node of record.removedNodes) {
        if (!isText(node) && !texts.has(node)) continue
        const place = [...record.addedNodes, record.previousSibling, record.nextSibling].find(
          (near): near is Node => near !== null && fresh.has(near) && (isFont(near) || texts.has(node)),
        )
        if (place) {
          fresh.delete(place)
          pair({ node, record }, place)
        } else gone.push({ node, record })
      }
    }
  }

  /** React has written into a text that is not in the page: it takes its place again, and the translator finds it there. */
  const restore = (text: Node) => {
    const standIn = standIns.get(text)
    // Some put the text inside of their element: then what is written in it is seen.
    if (standIn === undefined || standIn.contains(text)) return
    forget(text)
    if (standIn.parentNode) replaceChild.call(standIn.parentNode, text, standIn)
  }

  const observer = new MutationObserver(follow)
  observer.observe(page, { childList: true, subtree: true })
  follow(early)

  /** What is in `parent` for `node`: itself, or what stands in for it; itself again when nothing does, for the browser to refuse. */
  const present = (parent: Node, node: Node): Node => {
    follow(observer.takeRecords())
    const standIn = standIns.get(node)
    return standIn?.parentNode === parent ? standIn : node
  }

  /** A text that is placed anew: nothing stands in for it any more. */
  const settle = (node: Node, before: Node | null) => {
    const standIn = standIns.get(node)
    // A translator that puts the original before its element takes that away itself.
    if (standIn === undefined || standIn === before) return
    forget(node)
    if (standIn.parentNode) removeChild.call(standIn.parentNode, standIn)
  }

  prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (child?.parentNode === this || !child) return removeChild.call(this, child) as T
    const there = present(this, child)
    if (there !== child) forget(child)
    removeChild.call(this, there)
    return child
  }
  prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    const there = before && before.parentNode !== this ? present(this, before) : before
    insertBefore.call(this, node, there)
    if (!isIdle) settle(node, there)
    return node
  }
  prototype.appendChild = function <T extends Node>(this: Node, node: T): T {
    appendChild.call(this, node)
    if (!isIdle) settle(node, null)
    return node
  }
  prototype.replaceChild = function <T extends Node>(this: Node, node: Node, child: T): T {
    if (child?.parentNode === this || !child) return replaceChild.call(this, node, child) as T
    const there = present(this, child)
    if (there !== child) forget(child)
    replaceChild.call(this, node, there)
    return child
  }

  return () => {
    observer.disconnect()
    Object.assign(prototype, { appendChild, insertBefore, removeChild, replaceChild })
  }
}

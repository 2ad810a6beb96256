/**
 * Which bytes of a page of the database hold nothing. SQLite's `secure_delete` overwrites what is deleted, but when rows
 * move to another page their old places are only left, not overwritten: what they held stays there until something else is
 * written over it, also when the rows are deleted later where they are now.
 * Format: https://sqlite.org/fileformat2.html#b_tree_pages
 */
const FILE_HEADER_BYTES = 100
/** What the first byte of a page says that holds rows or keys of them: inner and leaf pages of indexes and tables. */
const INNER: ReadonlySet<number> = new Set([2, 5])
const LEAF: ReadonlySet<number> = new Set([10, 13])
const FREE_BLOCK_HEADER_BYTES = 4

/** From one byte of a page to before another. */
export type Range = readonly [start: number, end: number]

/**
 * The ranges of a page that SQLite does not read. None for a page of another sort: those are overwritten as a whole.
 * Every page but those of rows begins with a page number, whose first byte is 0 or 1 in a file below MAX_PAGES.
 */
export function unusedRanges(page: Buffer, isFirst: boolean): readonly Range[] {
  const header = isFirst ? FILE_HEADER_BYTES : 0
  const type = page[header] ?? 0
  if (!INNER.has(type) && !LEAF.has(type)) return []
  const pointers = header + (LEAF.has(type) ? 8 : 12)
  const gap: Range = [pointers + 2 * page.readUInt16BE(header + 3), page.readUInt16BE(header + 5) || 65_536]
  // No page of ours: leave it alone.
  if (gap[0] > gap[1] || gap[1] > page.byteLength) return []
  const ranges = [gap]
  for (let at = page.readUInt16BE(header + 1); at !== 0; at = page.readUInt16BE(at)) {
    const end = at + page.readUInt16BE(at + 2)
    if (at < gap[1] || end > page.byteLength) return []
    ranges.push([at + FREE_BLOCK_HEADER_BYTES, end])
    // They are in order; else the chain would have no end.
    if (page.readUInt16BE(at) !== 0 && page.readUInt16BE(at) < end) return []
  }
  return ranges.filter(([start, end]) => end > start)
}

/** Above this the page numbers of other pages could be taken for a type. */
export const MAX_PAGES = 2 ** 25

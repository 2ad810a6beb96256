/** Three digits that matter. */
export function show(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  const size = Math.abs(value)
  if (size >= 100 || Number.isInteger(value))
    return Math.round(value).toLocaleString('en').replaceAll(',', ' ')
  return size >= 10 ? value.toFixed(1) : value.toFixed(2)
}

/** A Markdown table whose columns stand under each other. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  )
}

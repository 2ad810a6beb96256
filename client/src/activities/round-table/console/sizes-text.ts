import type { DeskSay } from './texts.ts'

/** « 2 groupes de 10 », « 22 groupes : 2 de 10 et 20 de 9 »: never a list of twenty-two numbers. */
export function sizesText(sizes: readonly number[], t: DeskSay, language: string): string {
  const counts = new Map<number, number>()
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1)
  const kinds = [...counts].sort(([a], [b]) => b - a)
  const groups = t('groups-count', { count: sizes.length })
  const [first] = kinds
  if (first === undefined) return groups
  if (kinds.length === 1) return `${groups} ${t('sizes', { size: first[0] })}`
  const parts = kinds.map(([size, count]) => t('sizes-part', { count, size }))
  return t('sizes-mixed', { groups, sizes: new Intl.ListFormat(language).format(parts) })
}

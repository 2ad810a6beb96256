/** « 1, 3 et 5 ». */
export const listOf = (numbers: readonly number[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(numbers.map(String))

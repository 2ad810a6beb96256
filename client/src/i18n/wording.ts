/**
 * How a text is said in a language: which plural form, and what stands for its `{{values}}`. The browser knows the plural
 * rules; nothing else of a translation library was ever used here (docs/adr/0007).
 */
export const LANGUAGES = ['fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export type Texts = Readonly<Record<string, string>>
export type Values = Readonly<Record<string, string | number>>

const PLURALS: Readonly<Record<Language, Intl.PluralRules>> = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
}
const PLACE = /\{\{\s*(\w+)\s*\}\}/g

function textOf(language: Language, texts: Texts, key: string, count: string | number | undefined) {
  const form = typeof count === 'number' ? PLURALS[language].select(count) : undefined
  // English has no `many`: its `other` says it.
  return (form && (texts[`${key}_${form}`] ?? texts[`${key}_other`])) ?? texts[key] ?? key
}

/**
 * The text of `key` with its values in their places, as they are: escaping is React's. A number as `count` chooses among
 * `key_one`, `key_many` and `key_other`; a value that is not given leaves its place empty.
 */
export const sayIn = (language: Language, texts: Texts, key: string, values: Values = {}): string =>
  textOf(language, texts, key, values['count']).replace(PLACE, (_, name: string) =>
    String(values[name] ?? ''),
  )

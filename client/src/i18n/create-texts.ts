import { useLanguage } from './language.ts'
import { type Language, sayIn, type Texts, type Values } from './wording.ts'

/** The plural forms of French and English. */
type PluralSuffix = 'one' | 'many' | 'other'
/** `notes_one` and `notes_other` are asked for as `notes`, with a `count`. */
type BaseKey<K> = K extends `${infer Base}_${PluralSuffix}` ? Base : K

/** The keys that the other language must have: all but the plural form `many`, which English does not know. */
type SameShape<Fr extends Texts> = {
  readonly [K in keyof Fr as K extends `${string}_many` ? never : K]: string
} & {
  readonly [K in keyof Fr as K extends `${string}_many` ? K : never]?: string
}
/** Keys that French does not have are mistakes. */
type NothingElse<Fr extends Texts, En> = { readonly [K in Exclude<keyof En, keyof Fr>]: never }

export type TextKey<Fr extends Texts> = BaseKey<keyof Fr & string>
/** Says a text in the current language. `count` chooses the plural form. */
export type Say<Key extends string> = (key: Key, values?: Values) => string

const registered = new Map<string, Readonly<Record<Language, Texts>>>()

/** Every text of the parts that were loaded, by namespace. */
export const registeredTexts = (): ReadonlyMap<string, Readonly<Record<Language, Texts>>> => registered

/**
 * Registers the texts of a part of the client and gives the hook that says them. French is the source of truth: English
 * must have the same keys, or this does not compile. `namespace` is the part's own name and must be unique.
 */
export function createTexts<const Fr extends Texts, const En extends SameShape<Fr>>(
  namespace: string,
  texts: { readonly fr: Fr; readonly en: En & NothingElse<Fr, En> },
): () => Say<TextKey<Fr>> {
  registered.set(namespace, texts)
  const say: Readonly<Record<Language, Say<TextKey<Fr>>>> = {
    fr: (key, values) => sayIn('fr', texts.fr, key, values),
    en: (key, values) => sayIn('en', texts.en, key, values),
  }
  return function useTexts() {
    return say[useLanguage()]
  }
}

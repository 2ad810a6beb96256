import { useMemo } from 'react'
import { i18n, type Language } from './i18n.ts'
import { useLanguage } from './language.ts'

type Texts = Readonly<Record<string, string>>

type PluralSuffix = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
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
export type Say<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string

const say = <Key extends string>(namespace: string, language: Language): Say<Key> => {
  const translate = i18n.getFixedT(language, namespace)
  return (key, values) => translate(key, { ...values })
}

/**
 * Registers the texts of a part of the client and gives the hook that says them. French is the source of truth: English
 * must have the same keys, or this does not compile. `namespace` is the part's own name and must be unique.
 */
export function createTexts<const Fr extends Texts, const En extends SameShape<Fr>>(
  namespace: string,
  texts: { readonly fr: Fr; readonly en: En & NothingElse<Fr, En> },
): () => Say<TextKey<Fr>> {
  i18n.addResourceBundle('fr', namespace, texts.fr, false, true)
  i18n.addResourceBundle('en', namespace, texts.en, false, true)
  return function useTexts() {
    const language = useLanguage()
    return useMemo(() => say<TextKey<Fr>>(namespace, language), [language])
  }
}

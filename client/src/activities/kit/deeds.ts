import { createTexts } from '../../i18n/create-texts.ts'
import { type Language, sayIn } from '../../i18n/wording.ts'

/** What facilitators did in an activity, in few words, by its action's type; undefined: this kind has no word for it. */
export type Deeds = (language: Language, action: string) => string | undefined

type DeedTexts<Action extends string> = Readonly<Partial<Record<Action, string>>>

/**
 * A kind's words for its actions, for « Défaire : fermeture du mur ». They are loaded by the console alone
 * (`loadDeeds` of the kind's module), and need to name only what can be undone.
 */
export function createDeeds<Action extends string>(
  kind: string,
  texts: { readonly fr: DeedTexts<Action>; readonly en: DeedTexts<Action> },
): Deeds {
  const known: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
    fr: { ...texts.fr } as Readonly<Record<string, string>>,
    en: { ...texts.en } as Readonly<Record<string, string>>,
  }
  createTexts(`${kind}-deeds`, known)
  return (language, action) =>
    Object.hasOwn(known[language], action) ? sayIn(language, known[language], action) : undefined
}

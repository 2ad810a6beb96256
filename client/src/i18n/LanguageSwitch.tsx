import { classNames } from '../styles/class-names.ts'
import css from './LanguageSwitch.module.css'
import { chooseLanguage, useLanguage } from './language.ts'
import { LANGUAGES, type Language } from './wording.ts'

// Each language is named in itself, so that its speakers find it whatever is shown now.
const NAMES: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English' }

export function LanguageSwitch({ className }: { readonly className?: string | undefined }) {
  const current = useLanguage()
  return (
    <div className={classNames(css['switch'], className)}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={css['language']}
          aria-pressed={language === current}
          onClick={() => chooseLanguage(language)}
        >
          {NAMES[language]}
        </button>
      ))}
    </div>
  )
}

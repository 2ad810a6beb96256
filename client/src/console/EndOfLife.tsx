import { useLanguage } from '../i18n/language.ts'
import { dayOf } from '../ui/day.ts'
import { useKeepingTexts } from './texts/keeping.ts'
import { useKeeping } from './use-keeping.ts'

/** When the session will be gone; nothing until the server has told. */
export function EndOfLife({ className }: { readonly className?: string | undefined }) {
  const t = useKeepingTexts()
  const language = useLanguage()
  const keeping = useKeeping()
  return keeping ? (
    <p className={className}>{t('goneOn', { day: dayOf(keeping.goneAt, language, Date.now()) })}</p>
  ) : null
}

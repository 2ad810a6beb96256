import { createTexts } from '../i18n/create-texts.ts'
import type { SayCopy } from './name-of-copy.ts'

const useTexts = createTexts('copies', {
  fr: { first: '{{title}} (copie)', next: '{{title}} (copie {{n}})' },
  en: { first: '{{title}} (copy)', next: '{{title}} (copy {{n}})' },
})

/** How the language of the page says it. */
export function useSayCopy(): SayCopy {
  const t = useTexts()
  return (title, n) => t(n === 1 ? 'first' : 'next', { title, n })
}

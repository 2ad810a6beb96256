import type { PublicConfig } from '@escale/shared'
import { Link } from 'wouter'
import { useAnswer } from '../connection/use-answer.ts'
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx'
import { buttonClass } from '../ui/Button.tsx'
import { OutsideLink } from '../ui/OutsideLink.tsx'
import { QuietPage } from '../ui/QuietPage.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useAccessibilityTexts } from './accessibility-texts.ts'

const APPEAL = 'https://formulaire.defenseurdesdroits.fr/'

/**
 * What is known of the accessibility of Escale, and to whom to turn: the statement that French law asks of public services.
 * Whoever has made one of their own names it (`ESCALE_ACCESSIBILITY_URL`).
 */
export function AccessibilityPage() {
  const t = useAccessibilityTexts()
  const { answer: config } = useAnswer<PublicConfig>('/config')
  const contact = config?.ok ? config.value.contact : null
  usePageTitle(`${t('title')} – Escale`)
  return (
    <QuietPage
      title={t('title')}
      corner={<LanguageSwitch />}
      actions={
        <Link href="/" className={buttonClass('secondary')}>
          {t('back')}
        </Link>
      }
    >
      <p>{t('state')}</p>
      <h2>{t('made-title')}</h2>
      <p>{t('made')}</p>
      <h2>{t('left-title')}</h2>
      <p>{t('left')}</p>
      <h2>{t('help-title')}</h2>
      {contact === null ? (
        <p>{t('help')}</p>
      ) : (
        <p>
          <a href={`mailto:${contact}`} className={buttonClass('secondary', 's')}>
            {t('help-at', { contact })}
          </a>
        </p>
      )}
      <h2>{t('appeal-title')}</h2>
      <p>{t('appeal')}</p>
      <p>
        <OutsideLink href={APPEAL} className={buttonClass('secondary', 's')}>
          {t('form')}
        </OutsideLink>
      </p>
    </QuietPage>
  )
}

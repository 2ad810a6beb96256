import type { PublicConfig } from '@escale/shared'
import { Link } from 'wouter'
import { useAnswer } from '../connection/use-answer.ts'
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx'
import { buttonClass } from '../ui/Button.tsx'
import { OutsideLink } from '../ui/OutsideLink.tsx'
import { QuietPage } from '../ui/QuietPage.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useHomeTexts } from './texts.ts'

/** The licence, and how to have the source of what runs here (AGPL, section 13). */
export function SourcePage() {
  const t = useHomeTexts()
  const { answer: config } = useAnswer<PublicConfig>('/config')
  const address = config?.ok ? config.value.sourceUrl : null
  usePageTitle(`${t('source')} – Escale`)
  return (
    <QuietPage
      title={t('source-title')}
      corner={<LanguageSwitch />}
      actions={
        <Link href="/" className={buttonClass('secondary')}>
          {t('source-back')}
        </Link>
      }
    >
      <p>{t('source-licence')}</p>
      {address === null ? (
        <p>{t('source-ask')}</p>
      ) : (
        <p>
          {t('source-at')} <OutsideLink href={address}>{address}</OutsideLink>
        </p>
      )}
    </QuietPage>
  )
}

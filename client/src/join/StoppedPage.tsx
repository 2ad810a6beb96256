import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx'
import { Button } from '../ui/Button.tsx'
import { QuietPage } from '../ui/QuietPage.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useClosedTexts } from './closed-texts.ts'
import { useStoppedTexts } from './stopped-texts.ts'

interface StoppedPageProps {
  readonly why: 'blocked' | 'unknown-address'
}

/** The server answers, and no connection comes about: what is in between, and who can do something. */
export function StoppedPage({ why }: StoppedPageProps) {
  const t = useStoppedTexts()
  const closed = useClosedTexts()
  const isBlocked = why === 'blocked'
  const title = isBlocked ? t('blocked-title') : closed('unknown-address-title')
  usePageTitle(`${title} · Escale`)
  return (
    <QuietPage
      title={title}
      corner={<LanguageSwitch />}
      actions={
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t('retry')}
        </Button>
      }
    >
      <p role="status">{isBlocked ? t('blocked') : closed('unknown-address-text')}</p>
      <p>{t('by-itself')}</p>
    </QuietPage>
  )
}

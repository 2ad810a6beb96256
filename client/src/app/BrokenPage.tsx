import { Button, buttonClass } from '../ui/Button.tsx'
import { QuietPage } from '../ui/QuietPage.tsx'
import { at } from './addresses.ts'
import { useAppTexts } from './texts.ts'

/** Something of ours broke, or its code could not be fetched (an update, no network). */
export function BrokenPage() {
  const t = useAppTexts()
  return (
    <QuietPage
      title={t('broken-title')}
      actions={
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t('reload')}
        </Button>
      }
    >
      <p>{t('broken-text')}</p>
    </QuietPage>
  )
}

export function LostPage() {
  const t = useAppTexts()
  return (
    <QuietPage
      title={t('lost-title')}
      actions={
        <a href={at('/')} className={buttonClass('primary')}>
          {t('to-home')}
        </a>
      }
    >
      <p>{t('lost-text')}</p>
    </QuietPage>
  )
}

import { useConnection } from '../stores/live-context.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useAppTexts } from './texts.ts'
import css from './UpdateNotice.module.css'

/** This page is of a version that the server no longer has. It goes on; what it has not loaded yet it may not find. */
export function UpdateNotice() {
  const t = useAppTexts()
  if (!useConnection((s) => s.outdated)) return null
  return (
    <Notice role="status" title={t('updated-title')} className={css['notice']}>
      <p>{t('updated-text')}</p>
      <Button variant="primary" onClick={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </Notice>
  )
}

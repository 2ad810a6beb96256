import type { Outside } from '@escale/shared'
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx'
import { useConnection } from '../stores/live-context.ts'
import { QuietPage } from '../ui/QuietPage.tsx'
import { useWaitingTexts } from './waiting-texts.ts'

interface WaitingPageProps {
  readonly why: Outside
  /** The session's. */
  readonly title: string
}

/** Somebody who has joined and has no seat yet: what is being waited for, and that there is nothing to do. */
export function WaitingPage({ why, title }: WaitingPageProps) {
  const t = useWaitingTexts()
  const isLive = useConnection((c) => c.status === 'live')
  return (
    <QuietPage title={t(`${why}-title`)} corner={<LanguageSwitch />}>
      <p>{t(`${why}-text`, { title })}</p>
      <p role="status">{t(isLive ? 'stay' : 'offline')}</p>
    </QuietPage>
  )
}

import type { NewLink } from '@escale/shared'
import { useEffect, useState } from 'react'
import { postJson } from '../../connection/api.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useSessionId } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import css from './RoomView.module.css'

/**
 * The room's screen itself, in small: what is shown to everybody is what the server sends to a screen, not what this
 * console could make of its own richer view.
 */
export function RoomView() {
  const t = useLiveTexts()
  const id = useSessionId()
  const [address, setAddress] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    let isGone = false
    void postJson<NewLink>(`/sessions/${id}/links`, { role: 'screen' }).then((made) => {
      if (!isGone) setAddress(made.ok ? `/screen/${id}#${made.value.secret}` : null)
    })
    return () => {
      isGone = true
    }
  }, [id])
  if (address === null) return <Notice tone="warning">{t('enterUnreachable')}</Notice>
  return (
    <div className={css['frame']}>
      {address ? <iframe src={address} title={t('roomFrame')} className={css['page']} tabIndex={-1} /> : null}
    </div>
  )
}

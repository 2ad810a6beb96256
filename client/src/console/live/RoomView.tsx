import type { Door, NewLink } from '@escale/shared'
import { useEffect, useState } from 'react'
import { at } from '../../app/addresses.ts'
import { getJson, postJson } from '../../connection/api.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useSessionId } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import css from './RoomView.module.css'

/** Where this browser finds the screen: with a new link only if it is no screen yet; null when the server does not answer. */
async function screenAddress(session: string): Promise<string | null> {
  const door = await getJson<Door>(`/sessions/${session}/door`)
  if (door.ok && door.value.known.screen) return at(`/screen/${session}`)
  const made = await postJson<NewLink>(`/sessions/${session}/links`, { role: 'screen' })
  return made.ok ? at(`/screen/${session}#${made.value.secret}`) : null
}

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
    void screenAddress(id).then((found) => {
      if (!isGone) setAddress(found)
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

import { useEffect, useState } from 'react'
import { forgetSession } from '../app/forget.ts'
import { ClosedPage } from '../join/ClosedPage.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useParticipantTexts } from './texts.ts'

interface LeftProps {
  readonly session: string
  readonly why: 'left' | 'erased'
  readonly title: string
}

/** After leaving or being erased, in this tab or in another: forgets first, and says so only then. */
export function Left({ session, why, title }: LeftProps) {
  const t = useParticipantTexts()
  const [isForgotten, setForgotten] = useState(false)
  useEffect(() => {
    let wanted = true
    void forgetSession(session).then(() => {
      if (wanted) setForgotten(true)
    })
    return () => {
      wanted = false
    }
  }, [session])
  return isForgotten ? <ClosedPage why={why} title={title} /> : <Loading>{t('forgetting')}</Loading>
}

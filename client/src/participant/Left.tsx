import { useEffect, useState } from 'react'
import { forgetSession } from '../app/forget.ts'
import { ClosedPage } from '../join/ClosedPage.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useParticipantTexts } from './texts.ts'

interface LeftProps {
  readonly session: string
  readonly title: string
}

/** After leaving, in this tab or in another: forgets first, and says so only then. */
export function Left({ session, title }: LeftProps) {
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
  return isForgotten ? <ClosedPage why="left" title={title} /> : <Loading>{t('forgetting')}</Loading>
}

import { useEffect, useState } from 'react'
import { at } from '../app/addresses.ts'
import { proposeLanguage } from '../i18n/language.ts'
import { ClosedPage } from '../join/ClosedPage.tsx'
import type { Closed } from '../join/closed.ts'
import { closedBecause } from '../join/closed-because.ts'
import { DoorPage } from '../join/DoorPage.tsx'
import { useDoor } from '../join/use-door.ts'
import { LiveProvider } from '../stores/LiveProvider.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ParticipantShell } from './ParticipantShell.tsx'
import { useParticipantTexts } from './texts.ts'

/** `/p/:session`: the door for strangers, straight in for who is known. */
export function ParticipantPage({ session }: { readonly session: string }) {
  const t = useParticipantTexts()
  const { state, again } = useDoor(session)
  const [shut, setShut] = useState<Closed | null>(null)
  const language = state.at === 'door' ? state.door.language : undefined
  useEffect(() => proposeLanguage(language), [language])

  const retry = () => {
    setShut(null)
    again()
  }

  if (state.at === 'asking') return <Loading>{t('entering')}</Loading>
  if (state.at === 'refused')
    return (
      <ClosedPage why={closedBecause(state.refusal) ?? 'unreachable'} session={session} onRetry={retry} />
    )

  const { door, secret } = state
  if (shut) return <ClosedPage why={shut} title={door.title} session={session} onRetry={retry} />
  if (door.known.participant)
    return (
      <LiveProvider session={session} as="participant">
        <ParticipantShell title={door.title} />
      </LiveProvider>
    )
  if (door.known.removed) return <ClosedPage why="removed" session={session} onRetry={retry} />
  if (secret === 'removed' || secret === 'unreachable')
    return <ClosedPage why={secret} session={session} onRetry={retry} />
  if (door.status === 'ended')
    return (
      <ClosedPage
        why="ended"
        title={door.title}
        harvest={door.readable || door.known.reader ? at(`/harvest/${session}`) : undefined}
      />
    )
  if (door.locked) return <ClosedPage why="locked" title={door.title} session={session} onRetry={retry} />
  if (door.full) return <ClosedPage why="full" title={door.title} session={session} onRetry={retry} />
  return <DoorPage door={door} onJoined={again} onClosed={setShut} />
}

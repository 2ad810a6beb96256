import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { at } from '../app/addresses.ts'
import { proposeLanguage } from '../i18n/language.ts'
import { ClosedPage } from '../join/ClosedPage.tsx'
import type { Closed } from '../join/closed.ts'
import { closedBecause } from '../join/closed-because.ts'
import { DoorPage } from '../join/DoorPage.tsx'
import { useJoinTexts } from '../join/texts.ts'
import { useDoor } from '../join/use-door.ts'
import { Arriving } from '../ui/Arriving.tsx'
import { fetchInside, loadInside } from './inside-ahead.ts'

const Inside = lazy(async () => ({ default: (await loadInside()).Inside }))

/** `/p/:session`: the door for strangers, straight in for who is known. */
export function ParticipantPage({ session }: { readonly session: string }) {
  const t = useJoinTexts()
  const { state, again } = useDoor(session)
  const [shut, setShut] = useState<Closed | null>(null)
  const language = state.at === 'door' ? state.door.language : undefined
  useEffect(() => proposeLanguage(language), [language])

  const kind = state.at === 'door' ? state.door.kind : null
  const fetchBehind = useCallback(() => fetchInside(kind), [kind])

  const retry = () => {
    setShut(null)
    again()
  }

  if (state.at === 'asking') return <Arriving>{t('entering')}</Arriving>
  if (state.at === 'refused')
    return (
      <ClosedPage why={closedBecause(state.refusal) ?? 'unreachable'} session={session} onRetry={retry} />
    )

  const { door, secret } = state
  if (shut) return <ClosedPage why={shut} title={door.title} session={session} onRetry={retry} />
  if (door.known.participant)
    return (
      <Suspense fallback={<Arriving>{t('entering')}</Arriving>}>
        <Inside session={session} title={door.title} />
      </Suspense>
    )
  if (door.known.removed) return <ClosedPage why="removed" session={session} onRetry={retry} />
  if (secret === 'removed' || secret === 'unreachable' || secret === 'unknown-address')
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
  return <DoorPage door={door} onJoined={again} onClosed={setShut} fetchInside={fetchBehind} />
}

import type { Door } from '@escale/shared'
import { useEffect } from 'react'
import { proposeLanguage } from '../i18n/language.ts'
import { ClosedPage } from '../join/ClosedPage.tsx'
import { closedBecause } from '../join/closed-because.ts'
import { useDoor } from '../join/use-door.ts'
import { LiveProvider } from '../stores/LiveProvider.tsx'
import { useSession } from '../stores/live-context.ts'
import { Loading } from '../ui/Loading.tsx'
import { HarvestShell } from './HarvestShell.tsx'
import { useHarvestTexts } from './texts.ts'
import type { ReaderAs } from './use-harvest.ts'

/** As whom this browser reads: what it may see most of first. */
const readerIn = ({ known, readable }: Door): ReaderAs | undefined =>
  known.facilitator
    ? 'facilitator'
    : known.participant
      ? 'participant'
      : known.screen
        ? 'screen'
        : known.reader || (readable && !known.removed)
          ? 'reader'
          : undefined

/** `/harvest/:session`: all that the session produced, while it goes on and after. */
export function HarvestPage({ session }: { readonly session: string }) {
  const t = useHarvestTexts()
  const { state, again } = useDoor(session)
  const language = state.at === 'door' ? state.door.language : undefined
  useEffect(() => proposeLanguage(language), [language])

  if (state.at === 'asking') return <Loading>{t('opening')}</Loading>
  if (state.at === 'refused')
    return (
      <ClosedPage why={closedBecause(state.refusal) ?? 'unreachable'} session={session} onRetry={again} />
    )
  const { door, secret } = state
  const { title } = door
  const as = readerIn(door)
  if (as === undefined && (secret === 'unreachable' || secret === 'unknown-address'))
    return <ClosedPage why={secret} session={session} onRetry={again} />
  if (as === undefined)
    return <ClosedPage why={secret === 'not-allowed' ? 'revoked' : 'not-allowed'} title={title} />
  if (as === 'reader') return <HarvestShell session={session} as={as} title={title} />
  return (
    <LiveProvider session={session} as={as}>
      <LiveHarvest session={session} as={as} title={title} />
    </LiveProvider>
  )
}

/** For those who are in the session: it says when there is something new. */
function LiveHarvest(props: Omit<Parameters<typeof HarvestShell>[0], 'signs'>) {
  const seq = useSession((s) => s.seq)
  const status = useSession((s) => s.session?.status)
  const shared = useSession((s) => s.session?.harvestShared)
  return <HarvestShell {...props} signs={{ seq, status, shared }} />
}

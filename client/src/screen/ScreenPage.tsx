import type { Door, Entered, NewLink } from '@escale/shared'
import { useEffect, useState } from 'react'
import { type ApiRefusal, postJson } from '../connection/api.ts'
import { imposeLanguage } from '../i18n/language.ts'
import { ClosedPage } from '../join/ClosedPage.tsx'
import { closedBecause } from '../join/closed-because.ts'
import { useDoor } from '../join/use-door.ts'
import { LiveProvider } from '../stores/LiveProvider.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ScreenShell } from './ScreenShell.tsx'
import { useScreenTexts } from './texts.ts'

/** One request for a screen's key per session, even if the page mounts twice. */
const openings = new Map<string, Promise<ApiRefusal | null>>()

/** A facilitator's browser may open the screen: it makes itself a screen's key and uses it. */
function openAsFacilitator(session: string): Promise<ApiRefusal | null> {
  const opening =
    openings.get(session) ??
    (async () => {
      const link = await postJson<NewLink>(`/sessions/${session}/links`, { role: 'screen' })
      if (!link.ok) return link.refusal
      const entered = await postJson<Entered>(`/sessions/${session}/enter`, { secret: link.value.secret })
      return entered.ok ? null : entered.refusal
    })()
  openings.set(session, opening)
  return opening
}

/** `/screen/:session`: by a screen's link, or in the facilitator's own browser. */
export function ScreenPage({ session }: { readonly session: string }) {
  const t = useScreenTexts()
  const { state, again } = useDoor(session)
  const [refused, setRefused] = useState<ApiRefusal | null>(null)
  const door: Door | null = state.at === 'door' ? state.door : null
  const secret = state.at === 'door' ? state.secret : null
  const mayOpen = door !== null && !door.known.screen && door.known.facilitator
  const language = door?.language

  // What is read from five metres; a page that says why there is no screen is read where it was asked for.
  const isScreen = door?.known.screen === true
  useEffect(() => {
    if (!isScreen) return
    document.documentElement.dataset['shell'] = 'screen'
    return () => {
      delete document.documentElement.dataset['shell']
    }
  }, [isScreen])

  useEffect(() => {
    if (language) imposeLanguage(language)
  }, [language])

  useEffect(() => {
    if (!mayOpen) return
    void openAsFacilitator(session).then((refusal) => {
      openings.delete(session)
      if (refusal === null) again()
      else setRefused(refusal)
    })
  }, [mayOpen, session, again])

  const retry = () => {
    setRefused(null)
    again()
  }

  if (state.at === 'refused')
    return (
      <ClosedPage why={closedBecause(state.refusal) ?? 'unreachable'} session={session} onRetry={retry} />
    )
  if (refused)
    return <ClosedPage why={closedBecause(refused) ?? 'not-allowed'} session={session} onRetry={retry} />
  if (door === null || mayOpen) return <Loading>{t('opening')}</Loading>
  if (!isScreen && (secret === 'unreachable' || secret === 'unknown-address'))
    return <ClosedPage why={secret} session={session} onRetry={retry} />
  if (!isScreen) return <ClosedPage why="not-allowed" title={door.title} />
  return (
    <LiveProvider session={session} as="screen">
      <ScreenShell />
    </LiveProvider>
  )
}

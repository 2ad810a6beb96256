import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Loading } from '../ui/Loading.tsx'
import { BrokenPage, LostPage } from './BrokenPage.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { useAppTexts } from './texts.ts'

const Home = lazy(async () => ({ default: (await import('../home/Home.tsx')).Home }))
const SourcePage = lazy(async () => ({ default: (await import('../home/SourcePage.tsx')).SourcePage }))
const ParticipantPage = lazy(async () => ({
  default: (await import('../participant/ParticipantPage.tsx')).ParticipantPage,
}))
const ConsolePage = lazy(async () => ({ default: (await import('../console/ConsolePage.tsx')).ConsolePage }))
const HarvestPage = lazy(async () => ({ default: (await import('../harvest/HarvestPage.tsx')).HarvestPage }))
const ScreenPage = lazy(async () => ({ default: (await import('../screen/ScreenPage.tsx')).ScreenPage }))

/** Every address there is. Each shell's code is loaded when one goes there. */
export function App() {
  const t = useAppTexts()
  return (
    <ErrorBoundary fallback={<BrokenPage />}>
      <Suspense fallback={<Loading>{t('loading')}</Loading>}>
        <Switch>
          <Route path="/">
            <Home />
          </Route>
          <Route path="/source">
            <SourcePage />
          </Route>
          <Route path="/p/:session">
            {({ session }) => <ParticipantPage key={session} session={session} />}
          </Route>
          <Route path="/console/:session/*?">
            {({ session }) => <ConsolePage key={session} session={session} />}
          </Route>
          <Route path="/screen/:session">
            {({ session }) => <ScreenPage key={session} session={session} />}
          </Route>
          <Route path="/harvest/:session">
            {({ session }) => <HarvestPage key={session} session={session} />}
          </Route>
          <Route>
            <LostPage />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  )
}

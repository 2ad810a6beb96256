import { lazy, Suspense } from 'react'
import { Route, Router, Switch } from 'wouter'
import { ParticipantPage } from '../participant/ParticipantPage.tsx'
import { Arriving } from '../ui/Arriving.tsx'
import { BASE_PATH } from './addresses.ts'
import { BrokenPage, LostPage } from './BrokenPage.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { ROUTES } from './routes.ts'
import { useAppTexts } from './texts.ts'

const Home = lazy(async () => ({ default: (await import('../home/Home.tsx')).Home }))
const AccessibilityPage = lazy(async () => ({
  default: (await import('../home/AccessibilityPage.tsx')).AccessibilityPage,
}))
const SourcePage = lazy(async () => ({ default: (await import('../home/SourcePage.tsx')).SourcePage }))
const ConsolePage = lazy(async () => ({ default: (await import('../console/ConsolePage.tsx')).ConsolePage }))
const HarvestPage = lazy(async () => ({ default: (await import('../harvest/HarvestPage.tsx')).HarvestPage }))
const ScreenPage = lazy(async () => ({ default: (await import('../screen/ScreenPage.tsx')).ScreenPage }))

/** Every address there is. The door for participants comes with the first file; the code of every other page is loaded when one goes there. */
export function App() {
  const t = useAppTexts()
  return (
    <ErrorBoundary fallback={<BrokenPage />}>
      <Suspense fallback={<Arriving>{t('loading')}</Arriving>}>
        <Router base={BASE_PATH.slice(0, -1)}>
          <Switch>
            <Route path={ROUTES.home}>
              <Home />
            </Route>
            <Route path={ROUTES.source}>
              <SourcePage />
            </Route>
            <Route path={ROUTES.accessibility}>
              <AccessibilityPage />
            </Route>
            <Route path={ROUTES.participant}>
              {({ session }) => <ParticipantPage key={session} session={session} />}
            </Route>
            <Route path={ROUTES.console}>
              {({ session }) => <ConsolePage key={session} session={session} />}
            </Route>
            <Route path={ROUTES.screen}>
              {({ session }) => <ScreenPage key={session} session={session} />}
            </Route>
            <Route path={ROUTES.harvest}>
              {({ session }) => <HarvestPage key={session} session={session} />}
            </Route>
            <Route>
              <LostPage />
            </Route>
          </Switch>
        </Router>
      </Suspense>
    </ErrorBoundary>
  )
}

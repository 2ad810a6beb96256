import { act, render, screen } from '@testing-library/react'
import { lazy, type ReactNode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type KindEntry, type KindModule, kindEntry } from './kit/kind-entry.ts'
import { kindEntries } from './registry.ts'
import { useKind } from './use-kind.ts'

const MODULE = { useTexts: () => () => 'Essai' } as unknown as KindModule
const entries: Record<string, unknown> = kindEntries

let arrive: (module: KindModule) => void = () => undefined
beforeEach(() => {
  const code = new Promise<KindModule>((resolve) => {
    arrive = resolve
  })
  entries['trial'] = kindEntry(() => code)
})
afterEach(() => {
  delete entries['trial']
})

function Shown() {
  const kind = useKind('trial')
  return <p>{kind === MODULE ? 'here' : 'unknown'}</p>
}
const stage = (
  <Suspense fallback={<p>waiting</p>}>
    <Shown key="trial" />
  </Suspense>
)

test('a kind whose code is on its way is waited for', async () => {
  await act(async () => render(stage))
  expect(screen.getByText('waiting')).toBeInTheDocument()
  await act(async () => arrive(MODULE))
  expect(screen.getByText('here')).toBeInTheDocument()
})

test('a kind whose code comes just after the page’s own is there without a complaint', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  // As in a page: nobody waits for React, which shows the next thing to wait for only after a while.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  let pageArrives: (page: { default: () => ReactNode }) => void = () => undefined
  const Page = lazy(
    () =>
      new Promise<{ default: () => ReactNode }>((resolve) => {
        pageArrives = resolve
      }),
  )
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  root.render(
    <Suspense fallback={<p>the page</p>}>
      <Page />
    </Suspense>,
  )
  await vi.waitFor(() => expect(host).toHaveTextContent('the page'))
  const asked = vi.spyOn(kindEntries['trial'] as KindEntry, 'load')
  pageArrives({ default: () => stage })
  await vi.waitFor(() => expect(asked).toHaveBeenCalled())
  arrive(MODULE)
  await vi.waitFor(() => expect(host).toHaveTextContent('here'))
  root.unmount()
  host.remove()
  vi.unstubAllGlobals()
  expect(complaints).not.toHaveBeenCalled()
})

test('a kind whose code has arrived is there at once', async () => {
  arrive(MODULE)
  await kindEntries['trial']?.load()
  render(stage)
  expect(screen.getByText('here')).toBeInTheDocument()
})

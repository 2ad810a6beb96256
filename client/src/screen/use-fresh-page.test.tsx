import { act, render } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Live } from '../connection/live.ts'
import { createConnectionStore } from '../stores/connection-store.ts'
import { LiveContext } from '../stores/live-context.ts'
import { useFreshPage } from './use-fresh-page.ts'

beforeEach(() => sessionStorage.clear())

function opened() {
  const connection = createConnectionStore()
  const reload = vi.fn()
  const Probe = () => {
    useFreshPage(reload)
    return null
  }
  render(
    <LiveContext value={{ connection } as Live}>
      <Probe />
    </LiveContext>,
  )
  return { connection, reload }
}

test('[O12] a screen of an old version reloads itself, and not on and on', () => {
  const { connection, reload } = opened()
  expect(reload).not.toHaveBeenCalled()
  act(() => connection.setState({ outdated: true }))
  expect(reload).toHaveBeenCalledTimes(1)
  const again = opened()
  act(() => again.connection.setState({ over: true, bye: 'version' }))
  expect(again.reload).not.toHaveBeenCalled()
})

test('[O12] a screen that was shut out for another reason stays', () => {
  const { connection, reload } = opened()
  act(() => connection.setState({ over: true, bye: 'revoked' }))
  expect(reload).not.toHaveBeenCalled()
})

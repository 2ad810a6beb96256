import { act, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Dialog } from './Dialog.tsx'

const dialogs = () => (window.history.state as { dialogs?: number } | null)?.dialogs ?? 0
/** The history has come to rest at so many open dialogs. */
const at = (count: number) => vi.waitFor(() => expect(dialogs()).toBe(count))
const back = () =>
  act(
    () =>
      new Promise<void>((resolve) => {
        window.addEventListener('popstate', () => resolve(), { once: true })
        window.history.back()
      }),
  )
const show = (titles: readonly string[], onClose: (title: string) => void) =>
  titles.map((title) => (
    <Dialog key={title} open title={title} onClose={() => onClose(title)}>
      <p>{title}</p>
    </Dialog>
  ))

test('Back closes the dialog on top, and the page stays where it was', async () => {
  const closed = vi.fn()
  const here = window.location.href
  const { rerender } = render(<>{show(['un', 'deux'], closed)}</>)
  await at(2)
  await back()
  expect(closed.mock.calls).toEqual([['deux']])
  rerender(<>{show(['un'], closed)}</>)
  await at(1)
  await back()
  expect(closed.mock.calls).toEqual([['deux'], ['un']])
  rerender(<>{show([], closed)}</>)
  expect([dialogs(), window.location.href]).toEqual([0, here])
})

test('closed in another way it leaves no entry behind, and one that follows it takes its entry over', async () => {
  const closed = vi.fn()
  const { rerender } = render(<>{show(['un'], closed)}</>)
  await at(1)
  rerender(<>{show(['deux'], closed)}</>)
  await at(1)
  rerender(<>{show([], closed)}</>)
  await at(0)
  expect(closed).not.toHaveBeenCalled()
})

test('one that does not close, because it asks first, is there for the next Back, too', async () => {
  const closed = vi.fn()
  render(<>{show(['tenace'], closed)}</>)
  await at(1)
  await back()
  await at(1)
  await back()
  expect(closed).toHaveBeenCalledTimes(2)
  expect(screen.getByText('tenace', { selector: 'p' })).toBeInTheDocument()
})

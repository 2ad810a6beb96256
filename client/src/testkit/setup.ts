/** Files share a page (see `isolate` in vite.config.ts): each test leaves it as it found it. */
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, vi } from 'vitest'

/** A busy machine is slow and not wrong; nothing waits so long when all is well. */
configure({ asyncUtilTimeout: 10_000 })

// jsdom knows the element, not that it opens.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
}

afterEach(() => {
  cleanup()
  // What was just told aloud would be told together with what the next test says.
  for (const told of document.body.querySelectorAll(':scope > [aria-live]')) told.remove()
  vi.useRealTimers()
  localStorage.clear()
  sessionStorage.clear()
})

// What was put off until after something else (the history goes in step with the dialogs) finds its page still there.
afterAll(() => new Promise<void>((resolve) => setTimeout(resolve)))

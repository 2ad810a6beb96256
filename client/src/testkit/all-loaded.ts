import { act } from '@testing-library/react'
import { vi } from 'vitest'

/** How deep what is loaded on demand loads more on demand. */
const DEPTH = 4

/** Resolves when everything is there that what is rendered now loads on demand. */
export async function allLoaded(): Promise<void> {
  for (let level = 0; level < DEPTH; level++)
    await act(async () => {
      await vi.dynamicImportSettled()
    })
}

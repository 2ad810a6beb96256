import { render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import { kindEntries } from './registry.ts'
import { useKind } from './use-kind.ts'

function Icon() {
  return <p>{useKind('slide')?.icon ? 'here' : 'unknown'}</p>
}

test('a kind whose code has arrived is there at once, without a blink', async () => {
  await kindEntries['slide']?.load()
  render(
    <Suspense fallback="loading">
      <Icon />
    </Suspense>,
  )
  expect(screen.queryByText('loading')).toBeNull()
  expect(screen.getByText('here')).toBeInTheDocument()
})

import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { PersonChip } from './console/PersonChip.tsx'
import { drags } from './drags.ts'

test('[M48] group-person: whoever cannot drag sends a person on from the menu on their name', () => {
  const onMove = vi.fn()
  const rooms = [
    { key: 'group:1' as const, number: 1 },
    { key: 'group:2' as const, number: 2 },
  ]
  render(
    <ul>
      <PersonChip person="p" name="Awa" from="group:1" rooms={rooms} fresh={null} onMove={onMove} />
    </ul>,
  )
  fireEvent.click(screen.getByRole('button', { name: /Awa/ }))
  const { role, name } = drags[0]?.alternative ?? { role: 'menuitem' as const, name: /^$/ }
  fireEvent.click(screen.getByRole(role, { name }))
  expect(onMove).toHaveBeenCalledWith('p', 'group:2')
})

import { blankWorkshop, kinds } from '@escale/shared'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ConsoleSeat, ConsoleTheatre } from '../../testkit/ConsoleTheatre.tsx'
import { ActivityList } from './ActivityList.tsx'
import { drags } from './drags.ts'

const activity = (id: string, title: string) => ({
  ...{ id, kind: 'slide' as const, title, instructions: '', privateNote: '' },
  ...{ durationMs: 300_000, durationProposed: false, definition: kinds.slide.defaults.definition },
})

test('[M48] plan-activity: whoever cannot drag moves an activity from its menu', async () => {
  const workshop = { ...blankWorkshop('fr'), plan: [activity('a', 'Un'), activity('b', 'Deux')] }
  const theatre = new ConsoleTheatre(workshop)
  render(
    <ConsoleSeat theatre={theatre}>
      <ActivityList selected={null} onSelect={() => {}} onNew={() => {}} />
    </ConsoleSeat>,
  )
  fireEvent.click(await screen.findByRole('button', { name: /^Gestes pour «\sDeux/ }))
  const { role, name } = drags[0]?.alternative ?? { role: 'menuitem' as const, name: /^$/ }
  await act(async () => void fireEvent.click(screen.getByRole(role, { name })))
  expect(theatre.state.workshop.plan.map((one) => one.id)).toEqual(['b', 'a'])
})

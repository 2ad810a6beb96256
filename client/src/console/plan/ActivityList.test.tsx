import { blankWorkshop, kinds, type Workshop } from '@escale/shared'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { ConsoleSeat, ConsoleTheatre } from '../../testkit/ConsoleTheatre.tsx'
import { useConsole } from '../session.ts'
import { ActivityForm } from './ActivityForm.tsx'
import { ActivityList } from './ActivityList.tsx'

// Roles are looked up in a whole page, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 20_000 })

const step = (id: string, title: string) => ({
  id,
  kind: 'slide',
  title,
  instructions: '',
  privateNote: '',
  durationMs: 300_000,
  durationProposed: true,
  definition: kinds.slide.defaults.definition,
})

function Page() {
  const [made, setMade] = useState<string | null>(null)
  const [selected, select] = useState<string | null>(null)
  const activity = useConsole((c) => c.plan.workshop.plan.find((a) => a.id === (made ?? selected)))
  return (
    <>
      <ActivityList selected={selected} onSelect={select} onNew={setMade} />
      {activity ? (
        <ActivityForm
          key={activity.id}
          activity={activity}
          onSelect={select}
          isNew={activity.id === made}
          onNew={setMade}
        />
      ) : null}
    </>
  )
}

function open(...titles: string[]) {
  const workshop: Workshop = { ...blankWorkshop('fr'), plan: titles.map((title, n) => step(`a${n}`, title)) }
  const theatre = new ConsoleTheatre(workshop)
  render(
    <ConsoleSeat theatre={theatre}>
      <Page />
    </ConsoleSeat>,
  )
  return { user: userEvent.setup(), plan: () => theatre.state.workshop.plan }
}
const lengthOf = (title: string) => screen.getByRole('textbox', { name: `Durée de «\u00a0${title}\u00a0»` })

test('a plan is timed in its list: Enter goes on to the next length, and what was said is no proposal any more', async () => {
  const { user, plan } = open('Accueil', 'Mur')
  await user.click(lengthOf('Accueil'))
  await user.keyboard('12{Enter}')
  expect(lengthOf('Mur')).toHaveFocus()
  await waitFor(() => expect(plan()[0]).toMatchObject({ durationMs: 720_000, durationProposed: false }))
  expect(plan()[1]).toMatchObject({ durationMs: 300_000, durationProposed: true })
  // What is typed in a field is not looked for in the list.
  await user.keyboard('90 s{ArrowUp}')
  expect(lengthOf('Accueil')).toHaveFocus()
  await waitFor(() => expect(plan()[1]?.durationMs).toBe(90_000))
})

test('a length that nobody understands is said, and not sent', async () => {
  const { user, plan } = open('Accueil')
  await user.click(lengthOf('Accueil'))
  await user.keyboard('patates{Escape}')
  expect(lengthOf('Accueil')).toBeInvalid()
  expect(screen.getByRole('alert')).toHaveTextContent(/Je ne comprends pas cette durée/)
  expect(screen.getByRole('row')).toHaveFocus()
  expect(plan()[0]?.durationMs).toBe(300_000)
})

test('a copy is called one, comes up with its title ready to be changed, and the next is the second', async () => {
  const { user, plan } = open('Accueil', 'Mur')
  const duplicate = async (title: string) => {
    await user.click(screen.getByRole('button', { name: `Gestes pour «\u00a0${title}\u00a0»` }))
    await user.click(screen.getByRole('menuitem', { name: 'Dupliquer' }))
  }
  await duplicate('Accueil')
  const title = within(screen.getByRole('article')).getByRole<HTMLInputElement>('textbox', { name: 'Titre' })
  expect(title).toHaveFocus()
  expect(title).toHaveValue('Accueil (copie)')
  expect([title.selectionStart, title.selectionEnd]).toEqual([0, title.value.length])
  await duplicate('Accueil (copie)')
  expect(plan().map((a) => a.title)).toEqual(['Accueil', 'Accueil (copie)', 'Accueil (copie 2)', 'Mur'])
})

import type { Activity, Workshop } from '@escale/shared'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ConsoleSeat, ConsoleTheatre } from '../../testkit/ConsoleTheatre.tsx'
import { useConsole } from '../session.ts'
import { DurationField } from './DurationField.tsx'
import { SaveState } from './SaveState.tsx'
import { StartSetting } from './SettingsForm.tsx'
import { PrivateNoteField, TitleField } from './TextFields.tsx'

const activity: Activity = {
  id: 'a1',
  kind: 'slide',
  title: 'Accueil',
  instructions: '',
  privateNote: '',
  durationMs: 300_000,
  durationProposed: true,
  definition: undefined,
}

async function open() {
  const { kinds } = await import('@escale/shared')
  const workshop: Workshop = {
    settings: {
      title: 'Essai',
      language: 'fr',
      identity: ['named'],
      askOrganisation: false,
      askTerritory: false,
      visio: { plenary: '', groups: { mode: 'none' } },
      capacity: 10,
      startsAt: null,
      timeZone: 'Indian/Reunion',
      harvestShared: true,
    },
    plan: [{ ...activity, definition: kinds.slide.defaults.definition }],
  }
  const theatre = new ConsoleTheatre(workshop)
  render(
    <ConsoleSeat theatre={theatre}>
      <Form />
    </ConsoleSeat>,
  )
  const first = () => theatre.state.workshop.plan[0]
  return { theatre, first, user: userEvent.setup() }
}

function Form() {
  const shown = useConsole((c) => c.plan.workshop.plan[0])
  if (!shown) return null
  return (
    <>
      <SaveState />
      <TitleField id="a1" value={shown.title} />
      <DurationField activity={shown} />
      <StartSetting />
      <PrivateNoteField id="a1" value={shown.privateNote} />
    </>
  )
}

it('[S26] the announced start is typed in the session’s time, and the field says so', async () => {
  const { theatre } = await open()
  const field = screen.getByLabelText('Début annoncé')
  expect(field).toHaveAccessibleDescription(/heure de La Réunion/)
  fireEvent.change(field, { target: { value: '2027-04-24T14:00' } })
  await waitFor(() => expect(theatre.state.workshop.settings.startsAt).toBe(Date.UTC(2027, 3, 24, 10)))
  expect(field).toHaveValue('2027-04-24T14:00')
})

describe('the editor of one activity', () => {
  it('saves a title by itself, and says saved only then', async () => {
    const { first, user } = await open()
    const title = screen.getByLabelText('Titre')
    await user.type(title, ' !')
    expect(screen.getByText('Enregistrement…')).toBeInTheDocument()
    await waitFor(() => expect(first()?.title).toBe('Accueil !'))
    await waitFor(() => expect(screen.getByText('Enregistré')).toBeInTheDocument())
  })

  it('keeps what one writes when somebody else edits the same field, and says who did', async () => {
    const { theatre, first, user } = await open()
    const title = screen.getByLabelText('Titre')
    await user.type(title, ' à tous')
    act(() => {
      theatre.do({ type: 'plan-edit', activity: 'a1', patch: { title: 'Bienvenue' } }, 'samir')
    })
    expect(title).toHaveValue('Accueil à tous')
    expect(screen.getByText(/Samir vient de modifier.*Bienvenue/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Prendre sa version' }))
    await user.tab()
    await waitFor(() => expect(screen.getByLabelText('Titre')).toHaveValue(first()?.title))
  })

  it('understands durations, refuses nonsense in words, and takes a proposal for confirmed once it is changed', async () => {
    const { first, user } = await open()
    const duration = screen.getByLabelText('Durée')
    await user.clear(duration)
    await user.type(duration, '7 patates')
    expect(screen.getByText(/Je ne comprends pas cette durée/)).toBeInTheDocument()
    expect(screen.getByText('Un champ n’est pas enregistré')).toBeInTheDocument()
    await user.clear(duration)
    await user.type(duration, '1h30')
    await user.tab()
    await waitFor(() => expect(first()).toMatchObject({ durationMs: 5_400_000, durationProposed: false }))
    expect(duration).toHaveValue('1\u00a0h\u00a030')
  })

  it('confirms a proposed duration as it is', async () => {
    const { first, user } = await open()
    await user.click(screen.getByRole('button', { name: 'Confirmer' }))
    expect(first()).toMatchObject({ durationMs: 300_000, durationProposed: false })
    expect(screen.queryByText('proposé')).toBeNull()
  })

  it('marks the private note as never shown to participants', async () => {
    await open()
    expect(screen.getByText(/Jamais montrée aux participant·es/)).toBeInTheDocument()
  })
})

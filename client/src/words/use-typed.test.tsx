import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { chooseLanguage } from '../i18n/language.ts'
import { TypedBefore } from './TypedBefore.tsx'
import { useTyped } from './use-typed.ts'

beforeEach(() => {
  sessionStorage.clear()
  chooseLanguage('fr')
})

function Field({ name = 'message', initial = '' }: { readonly name?: string; readonly initial?: string }) {
  const typed = useTyped(name, initial)
  return (
    <>
      <input aria-label="Texte" value={typed.text} onChange={(event) => typed.type(event.target.value)} />
      <TypedBefore typed={typed} />
      <button type="button" onClick={typed.done}>
        Envoyer
      </button>
    </>
  )
}
const field = () => screen.getByRole('textbox')
const said = () => screen.queryByText(/Votre brouillon est revenu/)

test('what was typed in a dialog is there again when it is opened the next time, and it is said so', async () => {
  const first = render(<Field />)
  await userEvent.type(field(), 'une moitié')
  expect(said()).toBeNull()
  first.unmount()
  const other = render(<Field name="autre" />)
  expect(field()).toHaveValue('')
  other.unmount()
  render(<Field />)
  expect([field(), said()]).toEqual([expect.toSatisfy((f) => f.value === 'une moitié'), expect.anything()])
  await userEvent.click(screen.getByRole('button', { name: 'Ne pas le garder' }))
  expect(field()).toHaveValue('')
  expect([said(), sessionStorage.length]).toEqual([null, 0])
})

test('once sent nothing of it is kept, nor of what is as it was', async () => {
  const first = render(<Field initial="Camille" />)
  await userEvent.type(field(), ' B.')
  expect(sessionStorage.length).toBe(1)
  await userEvent.type(field(), '{Backspace}{Backspace}{Backspace}')
  expect(sessionStorage.length).toBe(0)
  await userEvent.type(field(), ' C.')
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }))
  first.unmount()
  render(<Field initial="Camille" />)
  expect(field()).toHaveValue('Camille')
  expect(said()).toBeNull()
})

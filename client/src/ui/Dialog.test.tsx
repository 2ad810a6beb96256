import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Dialog } from './Dialog.tsx'

const show = (body: React.ReactNode, footer?: React.ReactNode) =>
  render(
    <Dialog open onClose={() => undefined} title="Effacer ?" footer={footer}>
      {body}
    </Dialog>,
  )

test('a dialog with a field begins in it', () => {
  show(
    <>
      <input aria-label="lien" readOnly />
      <input aria-label="nom" />
    </>,
    <button type="button">Enregistrer</button>,
  )
  expect(screen.getByRole('textbox', { name: 'nom' })).toHaveFocus()
})

test('where one is only asked, the focus is on what changes nothing', () => {
  show(
    <p>Pour toujours.</p>,
    <>
      <button type="button">Effacer</button>
      <button type="button">Annuler</button>
    </>,
  )
  expect(screen.getByRole('button', { name: 'Annuler' })).toHaveFocus()
})

test('where there is something to read it begins with its title, not with the way out', () => {
  show(<p>À lire.</p>, <button type="button">Défaire la pile</button>)
  expect(screen.getByRole('heading', { name: 'Effacer ?' })).toHaveFocus()
})

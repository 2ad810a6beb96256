import type { Harvest, HarvestPage } from '@escale/shared'
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { TakeAway } from './TakeAway.tsx'

const wall = (activity: string, title: string): Harvest['sections'][number] => ({
  ...{ activity, kind: 'wall', title, instructions: '', startedAt: 0 },
  blocks: [
    { type: 'notes', zones: [{ title: '', notes: [{ id: 'n', text: 'n', colour: 0, author: null }] }] },
  ],
})

const words = (name: string) => ({ fr: { name, purpose: name }, en: { name, purpose: name } })
const page = (...sections: Harvest['sections'][number][]): HarvestPage => ({
  harvest: {
    ...{ title: 'Visio', language: 'fr', sessionAt: 0, madeAt: 0, ended: true, participants: 2 },
    ...{ people: [], names: null, sections },
  },
  formats: [
    { id: 'png', extension: 'png', words: words('PNG'), use: 'picture', onlyOurLetters: true },
    { id: 'svg', extension: 'svg', words: words('SVG'), use: 'picture', onlyOurLetters: false },
    { id: 'csv', extension: 'csv', words: words('CSV'), use: 'file', onlyOurLetters: false },
  ],
  shared: true,
  mayName: false,
  timeZone: 'Europe/Paris',
  undrawn: { b: ['Taml', 'flags'] },
})
const show = (given: HarvestPage) =>
  render(<TakeAway page={given} session="s" as="participant" names={false} />)
const activityOf = (name: string): string | null =>
  new URL(
    screen.getByRole('link', { name }).getAttribute('href') ?? '',
    'https://escale.example',
  ).searchParams.get('activity')

test('each of several walls is a picture of its own, and all other files hold all of them', () => {
  show(page(wall('a', 'Intentions'), wall('b', '')))
  const choice = screen.getByRole('combobox', { name: 'Mur à mettre en image' })
  expect(activityOf('Télécharger\u00a0: PNG, Diapositive 16:9')).toBe('a')
  fireEvent.change(choice, { target: { value: 'b' } })
  expect(activityOf('Télécharger\u00a0: PNG, Diapositive 16:9')).toBe('b')
  expect(activityOf('Télécharger\u00a0: PNG, Affiche')).toBe('b')
  expect(activityOf('Télécharger\u00a0: CSV')).toBeNull()
})

test('where there is one wall there is nothing to choose', () => {
  show(page(wall('a', 'Intentions')))
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(activityOf('Télécharger\u00a0: PNG, Diapositive 16:9')).toBeNull()
})

test('[H17] what a picture cannot draw is said before it is downloaded, with it, and for no other', () => {
  show(page(wall('a', 'Intentions'), wall('b', 'Ailleurs')))
  expect(screen.queryByText(/ne peut pas tout dessiner/)).toBeNull()
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'b' } })
  const link = (name: string) => screen.getByRole('link', { name: `Télécharger\u00a0: ${name}` })
  expect(link('PNG, Affiche')).toHaveAccessibleDescription(
    /dessiner\u00a0: tamoul et drapeaux\. L’affiche \(SVG\)/,
  )
  expect(link('SVG, Affiche')).not.toHaveAccessibleDescription()
})

import type { Harvest, HarvestBlock } from '@escale/shared'
import { render, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { Reading } from './Reading.tsx'

const harvest: Harvest = {
  title: 'Visio du 24 avril',
  language: 'fr',
  sessionAt: Date.UTC(2020, 3, 24, 12),
  madeAt: 0,
  ended: true,
  participants: 2,
  people: [],
  names: null,
  sections: [
    {
      activity: 'a',
      kind: 'wall',
      title: 'Intentions',
      instructions: 'Que **voulons**-nous ?',
      startedAt: 0,
      blocks: [
        { type: 'heading', text: 'Quels impacts ?' },
        {
          type: 'notes',
          zones: [
            {
              title: 'Demain',
              notes: [
                { id: '1', text: '<img src=x onerror=alert(1)>\nDeuxième ligne', colour: 2, author: 'zoe' },
                { id: '2', text: 'Relier', colour: 9, author: null },
              ],
            },
            { title: 'Plus tard', notes: [] },
          ],
        },
      ],
    },
    {
      activity: 'b',
      kind: 'rally',
      title: '',
      instructions: '',
      startedAt: 0,
      blocks: [
        { type: 'stories', words: ['lien'], stories: [{ text: 'Il était une fois', author: 'zoe' }] },
        { type: 'groups', groups: [{ title: '3', people: ['zoe'], text: '' }] },
        { type: 'link', label: 'piège', url: 'javascript:alert(1)' },
      ],
    },
  ],
}

describe('the page of the récolte', () => {
  test('shows each section with a heading and the way to it', () => {
    render(<Reading harvest={harvest} timeZone="Europe/Paris" session="s" isDriver={false} />)
    expect(screen.getByRole('heading', { level: 1, name: 'Visio du 24 avril' })).toBeVisible()
    const contents = within(screen.getByRole('navigation', { name: 'Sommaire' }))
    for (const link of contents.getAllByRole('link'))
      expect(document.querySelector(link.getAttribute('href') ?? 'none')).not.toBeNull()
    expect(screen.getByText(/2 participant·es/)).toBeVisible()
  })

  test('people’s text is text, with its line breaks, and a dangerous address is no link', () => {
    const { container } = render(
      <Reading harvest={harvest} timeZone="Europe/Paris" session="s" isDriver={false} />,
    )
    expect(container.querySelector('img')).toBeNull()
    expect(screen.getByText(/Deuxième ligne/).textContent).toBe(
      '<img src=x onerror=alert(1)>\nDeuxième ligne',
    )
    expect(screen.queryByRole('link', { name: /piège/ })).toBeNull()
    expect(screen.getByText('piège')).toBeVisible()
  })

  test('[H15] says what colours mean, on each note and in a legend; a stack is one thing with its title', () => {
    const note = (id: string, category: string, colour: number) => ({
      id,
      text: id,
      colour,
      category,
      author: null,
    })
    const block: HarvestBlock = {
      type: 'notes',
      categories: [
        { letter: 'A', label: 'Frein', colour: 3 },
        { letter: 'B', label: 'Levier', colour: 4 },
      ],
      zones: [
        {
          title: '',
          notes: [note('seul', 'A', 3), note('un', 'B', 4), note('deux', 'A', 3)],
          stacks: [{ title: 'Compost', notes: ['un', 'deux'] }],
        },
      ],
    }
    const [section] = harvest.sections
    if (section === undefined) throw new Error('an empty sample')
    const sections = [{ ...section, blocks: [block] }]
    render(
      <Reading harvest={{ ...harvest, sections }} timeZone="Europe/Paris" session="s" isDriver={false} />,
    )
    const legend = within(screen.getByRole('list', { name: 'Ce que veulent dire les couleurs' }))
    expect(legend.getAllByRole('listitem').map((li) => li.textContent)).toEqual(['A Frein', 'B Levier'])
    const itemOf = (text: string) => screen.getByText(text).closest('li')
    expect(itemOf('seul')).toHaveTextContent('A Frein')
    expect(itemOf('un')).toHaveTextContent('B Levier')
    const frame = screen.getByRole('heading', { level: 4, name: 'Compost 2 contributions' }).parentElement
    expect(within(frame ?? document.body).getAllByRole('listitem')).toHaveLength(2)
    expect(frame?.parentElement?.closest('ul')).toBeNull()
  })

  test('an address can be followed, and several votes are told apart', () => {
    const [section] = harvest.sections
    if (section === undefined) throw new Error('an empty sample')
    const entry = { rank: 1, tied: false, note: 'n', text: 'voir https://exemple.fr/a', votes: 2, people: [] }
    const vote = (round: number): HarvestBlock => ({
      ...{ type: 'ranking', round, dots: 3, voted: 2, secret: true, entries: [entry] },
    })
    const sections = [{ ...section, blocks: [vote(1), vote(2)] }]
    render(
      <Reading harvest={{ ...harvest, sections }} timeZone="Europe/Paris" session="s" isDriver={false} />,
    )
    expect(screen.getByRole('heading', { name: /^Résultat du vote 1 / })).toBeVisible()
    expect(screen.getByRole('heading', { name: /^Résultat du vote 2 / })).toBeVisible()
    const [link] = screen.getAllByRole('link', { name: /exemple\.fr/ })
    expect(link).toHaveAttribute('href', 'https://exemple.fr/a')
  })

  test('[H3] says no name without names, and the authors’ with them', () => {
    const { rerender } = render(<Reading harvest={harvest} timeZone="Europe/Paris" session="s" isDriver />)
    expect(screen.queryByText('Zoé')).toBeNull()
    const named = { ...harvest, people: ['zoe'], names: { zoe: 'Zoé' } }
    rerender(<Reading harvest={named} timeZone="Europe/Paris" session="s" isDriver />)
    // Under the note, under the story, in the group, among those who were there.
    expect(screen.getAllByText('Zoé')).toHaveLength(4)
  })

  test('[H2] what is empty is said without reproach', () => {
    render(<Reading harvest={harvest} timeZone="Europe/Paris" session="s" isDriver />)
    expect(screen.getByText('Personne n’a écrit ici.')).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Groupe 3' })).toBeVisible()
    expect(screen.getByText('Pas de notes de ce groupe.')).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Sans titre' })).toBeVisible()
  })

  test('without anything, says when there will be something', () => {
    render(
      <Reading
        harvest={{ ...harvest, ended: false, sections: [] }}
        timeZone="Europe/Paris"
        session="s"
        isDriver={false}
      />,
    )
    expect(screen.getByRole('heading', { name: /encore rien à récolter/ })).toBeVisible()
    expect(screen.getByText(/chaque séquence paraît ici quand elle est finie/)).toBeVisible()
  })
})

test('[S26] the day is that of the session’s place, wherever one reads', () => {
  for (const [timeZone, day] of [
    ['Pacific/Kiritimati', '25 avril 2020'],
    ['Pacific/Niue', '24 avril 2020'],
  ] as const) {
    const { unmount } = render(<Reading harvest={harvest} timeZone={timeZone} session="s" isDriver={false} />)
    expect(screen.getByText(day, { exact: false })).toBeInTheDocument()
    unmount()
  }
})

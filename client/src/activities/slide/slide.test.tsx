import { kinds, type Viewer } from '@escale/shared'
import type { SlideDefinition } from '@escale/shared/activities/slide'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { Seat, somebody, Theatre } from '../../testkit/KindTheatre.tsx'
import { Editor } from './Editor.tsx'
import * as slide from './index.ts'

vi.setConfig({ testTimeout: 20_000 })

const EMPTY = kinds.slide.defaults.definition as SlideDefinition
const FULL: SlideDefinition = {
  body: '## Écouter\n\n- un\n- deux <script>alert(1)</script>',
  quotes: [{ text: 'Ce serait gâcher une crise', author: 'B. L.', url: '' }],
  picture: { picture: 'p1', alt: 'Un mur de notes', credit: 'Elicec' },
  links: [
    { label: 'Wiki', url: 'https://exemple.org/wiki' },
    { label: 'pas encore', url: '' },
  ],
  video: { label: '', url: 'https://video.exemple.org/w/1' },
}
const AWA: Viewer = { id: 'awa', role: 'participant' }

const show = async (definition: SlideDefinition, surface: 'Participant' | 'Console' | 'Screen') => {
  const theatre = new Theatre({
    kind: 'slide',
    definition,
    durationMs: 60_000,
    people: [somebody('awa', 'participant', 1)],
  })
  window.history.replaceState(null, '', '/p/s1')
  render(<Seat theatre={theatre} module={slide} viewer={AWA} surface={surface} />)
  await act(() => vi.dynamicImportSettled())
}

function Desk({
  from,
  heard,
}: {
  readonly from: SlideDefinition
  readonly heard: (d: SlideDefinition) => void
}) {
  const [definition, setDefinition] = useState(from)
  return (
    <Editor
      definition={definition}
      durationMs={60_000}
      onChange={(next) => {
        heard(next)
        setDefinition(next)
      }}
    />
  )
}

describe('a slide', () => {
  test('shows everything, loads nothing from elsewhere, and takes HTML for the text it is', async () => {
    await show(FULL, 'Participant')
    expect(screen.getByRole('heading', { name: 'Écouter' })).toBeInTheDocument()
    expect(screen.getByText(/<script>/)).toBeInTheDocument()
    expect(screen.getByRole('img', { name: 'Un mur de notes' })).toHaveAttribute(
      'src',
      '/api/sessions/s1/pictures/p1',
    )
    expect(screen.getByRole('link', { name: /Regarder la vidéo/ })).toHaveAttribute(
      'rel',
      'noopener noreferrer',
    )
    expect(screen.queryByText('pas encore')).toBeNull()
    const sources = [...document.querySelectorAll('[src]')].map((e) => e.getAttribute('src'))
    expect(sources).toEqual(['/api/sessions/s1/pictures/p1'])
    expect(document.querySelector('iframe, script, video, object')).toBeNull()
  })

  test('a picture that nobody has described yet says so', async () => {
    await show({ ...EMPTY, picture: { picture: 'p1', alt: '', credit: '' } }, 'Participant')
    expect(screen.getByRole('img', { name: 'Image sans description' })).toBeInTheDocument()
  })

  test('the screen has no control and no link', async () => {
    await show({ ...FULL, quotes: [] }, 'Screen')
    expect(screen.getByText('Wiki')).toBeInTheDocument()
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('the editor of slides', () => {
  test('an address that is not one yet stays in the field; a bare name becomes a safe address', () => {
    const heard = vi.fn<(d: SlideDefinition) => void>()
    render(<Desk from={{ ...EMPTY, links: [{ label: 'Wiki', url: '' }] }} heard={heard} />)
    const field = screen.getByLabelText('Adresse')
    fireEvent.change(field, { target: { value: 'exemple' } })
    fireEvent.blur(field)
    expect(heard).not.toHaveBeenCalled()
    expect(screen.getByText(/commence par https/)).toBeInTheDocument()
    fireEvent.change(field, { target: { value: 'exemple.org/page' } })
    fireEvent.blur(field)
    expect(heard.mock.lastCall?.[0].links).toEqual([{ label: 'Wiki', url: 'https://exemple.org/page' }])
  })

  test('a picture that is too large is refused before it is sent', async () => {
    const heard = vi.fn()
    render(<Desk from={EMPTY} heard={heard} />)
    const file = new File(['x'], 'mur.png', { type: 'image/png' })
    Object.defineProperty(file, 'size', { value: 11 * 1024 * 1024 })
    await act(async () => {
      fireEvent.change(screen.getByLabelText('Ajouter une image', { selector: 'input' }), {
        target: { files: [file] },
      })
    })
    expect(screen.getByRole('alert')).toHaveTextContent('dépasse 10')
    expect(heard).not.toHaveBeenCalled()
  })

  test('asks for a description as long as there is none', () => {
    render(<Desk from={{ ...EMPTY, picture: { picture: 'p1', alt: '', credit: '' } }} heard={() => {}} />)
    expect(screen.getByText(/sans description, certaines personnes/)).toBeInTheDocument()
    fireEvent.change(screen.getByLabelText('Description de l’image'), { target: { value: 'Un mur' } })
    expect(screen.queryByText(/sans description, certaines personnes/)).toBeNull()
  })
})

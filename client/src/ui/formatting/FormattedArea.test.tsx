import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { FormattedArea } from './FormattedArea.tsx'

function Page({ begin, max }: { readonly begin: string; readonly max?: number }) {
  const [value, setValue] = useState(begin)
  return (
    <FormattedArea
      label="Consigne"
      value={value}
      maxLength={max}
      onChange={(e) => setValue(e.target.value)}
    />
  )
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Consigne' })
const choose = (word: string) => {
  const at = field().value.indexOf(word)
  field().focus()
  field().setSelectionRange(at, at + word.length)
}

describe('a field with its formatting bar', () => {
  it('formats what is selected by a button, and keeps it selected and in the field', async () => {
    render(<Page begin="un mot ici" />)
    choose('mot')
    await userEvent.click(screen.getByRole('button', { name: 'Gras' }))
    expect(field()).toHaveValue('un **mot** ici')
    expect(field()).toHaveFocus()
    expect(field().value.slice(field().selectionStart, field().selectionEnd)).toBe('mot')
  })

  it('has the keys that everybody knows', async () => {
    render(<Page begin="un mot ici" />)
    choose('mot')
    await userEvent.keyboard('{Control>}i{/Control}')
    expect(field()).toHaveValue('un *mot* ici')
    await userEvent.keyboard('{Control>}b{/Control}')
    expect(field()).toHaveValue('un ***mot*** ici')
  })

  it('is one stop for the Tab key, and the arrows go through it', async () => {
    render(<Page begin="mot" />)
    await userEvent.tab()
    expect(screen.getByRole('button', { name: 'Gras' })).toHaveFocus()
    await userEvent.keyboard('{ArrowLeft}')
    expect(screen.getByRole('button', { name: 'Lien' })).toHaveFocus()
    await userEvent.tab()
    expect(field()).toHaveFocus()
  })

  it('does nothing rather than cut words off', async () => {
    render(<Page begin="un mot ici" max={12} />)
    choose('mot')
    await userEvent.click(screen.getByRole('button', { name: 'Gras' }))
    expect(field()).toHaveValue('un mot ici')
  })
})

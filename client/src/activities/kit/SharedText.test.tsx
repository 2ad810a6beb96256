import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { SharedText } from './SharedText.tsx'

let doc: Y.Doc
let text: Y.Text
const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Histoire' })
const remotely = (change: () => void) => act(() => doc.transact(change, 'somebody else'))

beforeEach(() => {
  doc = new Y.Doc()
  text = doc.getText('text')
  text.insert(0, 'Il était une fois')
  render(<SharedText text={text} label="Histoire" />)
})

describe('a field on a shared text', () => {
  test('shows the text, and writes into it letter by letter', async () => {
    expect(area()).toHaveValue('Il était une fois')
    await userEvent.type(area(), ' un lien')
    expect(text.toString()).toBe('Il était une fois un lien')
  })

  test('keeps the caret where it was when somebody writes before it', () => {
    area().setSelectionRange(3, 8)
    remotely(() => text.insert(0, 'Oh. '))
    expect(area()).toHaveValue('Oh. Il était une fois')
    expect([area().selectionStart, area().selectionEnd]).toEqual([7, 12])
  })

  test('leaves the field alone while an input method composes, and loses nothing', () => {
    area().setSelectionRange(17, 17)
    fireEvent.compositionStart(area())
    fireEvent.input(area(), { target: { value: 'Il était une foisほ' } })
    remotely(() => text.insert(0, 'Oh. '))
    expect(area()).toHaveValue('Il était une foisほ')
    fireEvent.input(area(), { target: { value: 'Il était une fois本' } })
    fireEvent.compositionEnd(area())
    expect(text.toString()).toBe('Oh. Il était une fois本')
    expect(area()).toHaveValue('Oh. Il était une fois本')
  })

  test('an emoji that becomes another stays whole', () => {
    fireEvent.input(area(), { target: { value: '😀' } })
    fireEvent.input(area(), { target: { value: '😁' } })
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    expect(other.getText('text').toString()).toBe('😁')
  })

  test('[P22] what is pasted comes in as it reads, and the caret stands behind it', () => {
    area().setSelectionRange(3, 3)
    fireEvent.input(area(), { target: { value: 'Il était une fois\u2028deux\u200b\u0000\u200c' } })
    expect(text.toString()).toBe('Il était une fois\ndeux ')
    expect(area()).toHaveValue('Il était une fois\ndeux ')
    expect(area().selectionStart).toBe(area().value.length)
  })

  test('undo takes back one’s own words only', async () => {
    await userEvent.type(area(), ' ici')
    remotely(() => text.insert(0, 'Oh. '))
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(text.toString()).toBe('Oh. Il était une fois')
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(area()).toHaveValue('Oh. Il était une fois ici')
  })
})

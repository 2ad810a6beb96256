import { afterEach, describe, expect, it } from 'vitest'
import { undoKey } from '../../ui/undo-key.ts'
import { findShortcut, mayBeShortcut } from './shortcuts.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false }
const element = (html: string): Element => {
  const host = document.createElement('div')
  host.append(document.createRange().createContextualFragment(html))
  document.body.append(host)
  return host.querySelector('[data-it]') ?? host
}
afterEach(() => document.body.replaceChildren())

describe('shortcuts', () => {
  it('never fire where one writes', () => {
    for (const html of [
      '<input data-it>',
      '<textarea data-it></textarea>',
      '<select data-it></select>',
      '<p contenteditable="true"><b data-it>x</b></p>',
    ])
      expect(mayBeShortcut(element(html), 'm'), html).toBe(false)
  })

  it('leave Space and the arrows to what has its own use for them', () => {
    const button = element('<button data-it>Pause</button>')
    expect(mayBeShortcut(button, ' ')).toBe(false)
    expect(mayBeShortcut(button, 'm')).toBe(true)
    expect(mayBeShortcut(element('<ul role="listbox"><li data-it>a</li></ul>'), 'ArrowRight')).toBe(false)
    expect(mayBeShortcut(document.body, 'ArrowRight')).toBe(true)
  })

  it('do nothing behind an open dialog', () => {
    expect(mayBeShortcut(element('<dialog open><p data-it>x</p></dialog>'), 'm')).toBe(false)
  })

  it('leave the browser its own combinations, but take those that undo and redo', () => {
    expect(findShortcut({ ...plain, key: 'l', ctrlKey: true })).toBeUndefined()
    expect(findShortcut({ ...plain, key: 'ArrowLeft', altKey: true })).toBeUndefined()
    expect(undoKey({ ...plain, key: 'z', ctrlKey: true })).toBe('undo')
    expect(undoKey({ ...plain, key: 'Z', metaKey: true, shiftKey: true })).toBe('redo')
    expect(undoKey({ ...plain, key: 'y', ctrlKey: true })).toBe('redo')
    for (const other of [
      { key: 'z' },
      { key: 'z', ctrlKey: true, altKey: true },
      { key: 'l', ctrlKey: true },
    ])
      expect(undoKey({ ...plain, ...other })).toBeUndefined()
  })

  it('count a key once however long it is held', () => {
    expect(findShortcut({ ...plain, key: '+' })?.text).toBe('plusOne')
    expect(findShortcut({ ...plain, key: '+', repeat: true })).toBeUndefined()
  })
})

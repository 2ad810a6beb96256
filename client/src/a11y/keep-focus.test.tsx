import { afterEach, expect, test, vi } from 'vitest'
import { keepFocus } from './keep-focus.ts'

let stop = () => {}
afterEach(() => {
  stop()
  document.body.innerHTML = ''
})
const page = (html: string) => {
  document.body.innerHTML = html
  stop = keepFocus()
}
const by = (id: string) => document.getElementById(id) as HTMLElement
const focused = () => document.activeElement?.id
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('from a field that goes away the focus goes to what it stood in, as far as that is still there', async () => {
  page('<main id="main"><section id="part"><div id="row"><input id="field"></div></section></main>')
  by('field').focus()
  by('row').remove()
  await vi.waitFor(() => expect(focused()).toBe('part'))
  // It is no stop of the keyboard for it.
  expect(by('part').tabIndex).toBe(-1)
  by('part').remove()
  await vi.waitFor(() => expect(focused()).toBe('main'))
})

test('from a field that is hidden, too', async () => {
  page('<main id="main"><div id="wall"><input id="field"></div><p>vote</p></main>')
  by('field').focus()
  by('wall').hidden = true
  await vi.waitFor(() => expect(focused()).toBe('main'))
})

test('whoever took the focus on purpose keeps it, and nobody who had none is given one', async () => {
  page('<main id="main"><input id="field"><input id="other"></main>')
  by('field').focus()
  by('field').remove()
  by('other').focus()
  await settled()
  expect(focused()).toBe('other')
  by('other').blur()
  document.body.append(document.createElement('p'))
  await settled()
  expect(document.activeElement).toBe(document.body)
})

import { act, render } from '@testing-library/react'
import { Component, type ReactNode, useEffect, useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { surviveTranslation } from './translated.ts'

/** The ways in which translators put their element in a text's place. */
const WAYS: Readonly<Record<string, (text: Text, font: HTMLElement) => void>> = {
  'in one step': (text, font) => text.replaceWith(font),
  'the element first': (text, font) => {
    text.before(font)
    text.remove()
  },
  'the element after': (text, font) => {
    text.after(font)
    text.remove()
  },
  'the text away first': (text, font) => {
    const { parentNode, nextSibling } = text
    text.remove()
    parentNode?.insertBefore(font, nextSibling)
  },
}
const [[, replace]] = Object.entries(WAYS) as [[string, (text: Text, font: HTMLElement) => void]]

function textsOf(root: Node): Text[] {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walk.nextNode()) found.push(walk.currentNode as Text)
  return found
}

/** As Chrome does: every text becomes two elements around its translation. */
function translate(root: Node, way = replace): void {
  for (const text of textsOf(root)) {
    if (text.parentElement?.closest('font')) continue
    const font = document.createElement('font')
    font.append(document.createElement('font'))
    font.firstElementChild?.append(`[${text.data}]`)
    way(text, font)
  }
}

/** Observers have been told. */
const told = () => act(async () => Promise.resolve())

class Fence extends Component<{ readonly children: ReactNode }> {
  override state = { broken: false }
  static getDerivedStateFromError = () => ({ broken: true })
  override render = () => (this.state.broken ? 'broken' : this.props.children)
}

const Page = ({ word, count, more }: { word: string; count: number; more: boolean }) => (
  <p>
    {more ? 'more ' : null}
    {word} {count}
    {more ? <b>bold</b> : null} end
  </p>
)

let undo: () => void = () => {}
afterEach(() => undo())

describe.each(Object.entries(WAYS))('a translator that puts %s', (_, way) => {
  beforeEach(() => {
    undo = surviveTranslation()
  })

  test('React goes on: what it writes is seen, what it removes is gone, what it adds is in its place', async () => {
    const { container, rerender } = render(<Page word="one" count={1} more={false} />)
    translate(container, way)
    await told()
    expect(container.textContent).toBe('[one][ ][1][ end]')
    rerender(<Page word="one" count={2} more={false} />)
    await told()
    expect(container.textContent).toBe('[one][ ]2[ end]')
    translate(container, way)
    rerender(<Page word="two" count={2} more />)
    await told()
    expect(container.textContent).toBe('more two[ ][2]bold[ end]')
    translate(container, way)
    rerender(<Page word="two" count={3} more={false} />)
    await told()
    expect(container.textContent).toBe('[two][ ]3[ end]')
  })

  test('lists are put in another order', async () => {
    const List = ({ of }: { of: readonly string[] }) => (
      <p>
        {of.map((word) => (
          <Word key={word} word={word} />
        ))}
      </p>
    )
    const Word = ({ word }: { word: string }) => word
    const { container, rerender } = render(<List of={['a', 'b', 'c']} />)
    translate(container, way)
    await told()
    rerender(<List of={['c', 'd', 'a']} />)
    await told()
    expect(container.textContent?.replaceAll(/[[\]]/g, '')).toBe('cda')
    translate(container, way)
    rerender(<List of={['a']} />)
    await told()
    expect(container.textContent).toBe('[a]')
  })

  test('the original can be shown again, and translated again', async () => {
    const { container, rerender } = render(<Page word="one" count={1} more={false} />)
    const before = textsOf(container)
    translate(container, way)
    await told()
    for (const [i, font] of [...container.querySelectorAll('p > font')].entries())
      font.replaceWith(before[i] as Text)
    await told()
    rerender(<Page word="two" count={1} more />)
    expect(container.textContent).toBe('more two 1bold end')
    translate(container, way)
    await told()
    rerender(<Page word="three" count={1} more={false} />)
    await told()
    expect(container.textContent).toBe('three[ ][1][ end]')
  })

  test('what is translated a second time, or with other nodes for the original, is still known', async () => {
    const { container, rerender } = render(<Page word="one" count={1} more />)
    translate(container, way)
    await told()
    for (const font of container.querySelectorAll<HTMLElement>('p > font')) {
      const again = document.createElement('font')
      again.append('again ')
      font.replaceWith(again)
    }
    await told()
    rerender(<Page word="two" count={1} more={false} />)
    await told()
    expect(container.textContent).toBe('twoagain again again ')
    for (const font of container.querySelectorAll<HTMLElement>('p > font'))
      font.replaceWith(document.createTextNode('original '))
    await told()
    rerender(<Page word="two" count={2} more />)
    await told()
    expect(container.textContent).toBe('more twooriginal 2boldoriginal ')
  })
})

test('a clock goes on', async () => {
  undo = surviveTranslation()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const Clock = () => {
    const [seconds, setSeconds] = useState(0)
    useEffect(() => {
      const ticking = setInterval(() => setSeconds((n) => n + 1), 1_000)
      return () => clearInterval(ticking)
    }, [])
    return <p>still {seconds} s</p>
  }
  const { container } = render(<Clock />)
  for (let n = 0; n < 3; n++) {
    translate(container)
    await told()
    act(() => vi.advanceTimersByTime(1_000))
    await told()
    expect(container.textContent).toContain(String(n + 1))
  }
})

test('React may be quicker than the observer: what is pending is looked at first', () => {
  undo = surviveTranslation()
  const parent = document.createElement('p')
  document.body.append(parent)
  const text = document.createTextNode('x')
  parent.append(text)
  translate(parent)
  expect(parent.removeChild(text)).toBe(text)
  expect(parent.childNodes).toHaveLength(0)
  parent.remove()
})

test('a real mistake is still one', () => {
  const REFUSED = expect.objectContaining({ name: 'NotFoundError' })
  undo = surviveTranslation()
  const [parent, stranger] = [document.createElement('p'), document.createTextNode('x')]
  expect(() => parent.removeChild(stranger)).toThrow(REFUSED)
  expect(() => parent.insertBefore(document.createTextNode('y'), stranger)).toThrow(REFUSED)
  expect(() => parent.replaceChild(document.createTextNode('y'), stranger)).toThrow(REFUSED)
  expect(() => parent.removeChild(null as unknown as Node)).toThrow(/not of type 'Node'/)
})

test('without it the page is lost: the guard guards', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const page = (word: string, more: boolean) => (
    <Fence>
      <Page word={word} count={1} more={more} />
    </Fence>
  )
  const frozen = render(page('one', true))
  translate(frozen.container)
  await told()
  frozen.rerender(page('two', true))
  expect(frozen.container.textContent).toContain('[one]')
  frozen.rerender(page('two', false))
  expect(frozen.container.textContent).toBe('broken')
})

test('what was translated before it was there is handed to it', async () => {
  const box = document.createElement('div')
  const figure = document.createTextNode('1')
  box.append(figure)
  document.body.append(box)
  const before = new MutationObserver(() => undefined)
  before.observe(box, { childList: true, subtree: true })
  translate(box)
  const letGo = surviveTranslation(document, before.takeRecords())
  before.disconnect()
  figure.data = '2'
  await told()
  expect(box.textContent).toBe('2')
  box.removeChild(figure)
  expect(box.textContent).toBe('')
  letGo()
  box.remove()
})

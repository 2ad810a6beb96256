import { BACKGROUNDS, PART_IDS, PART_WORDS } from '@escale/shared/activities/wall'
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Background } from './Background.tsx'

const AXES = { left: 'facile', right: 'difficile', bottom: 'flou', top: 'clair' }
const wordsIn = (container: HTMLElement): readonly string[] =>
  [...container.querySelectorAll('text')].map((one) => one.textContent)

test('[M60] every drawing says what its parts are called, or its axes', () => {
  for (const background of BACKGROUNDS) {
    const { container, unmount } = render(<Background of={background} axes={AXES} />)
    const words =
      background === 'two-by-two' ? Object.values(AXES) : PART_IDS[background].map((id) => PART_WORDS.fr[id])
    expect(wordsIn(container).toSorted(), background).toEqual(words.toSorted())
    unmount()
  }
})

test('a long end of an axis is written smaller, and none is said where it has no name', () => {
  const { container } = render(
    <Background of="two-by-two" axes={{ ...AXES, left: 'l'.repeat(80), top: '' }} />,
  )
  const sizes = [...container.querySelectorAll('text')].map((one) => Number.parseFloat(one.style.fontSize))
  expect(sizes).toHaveLength(3)
  expect(Math.min(...sizes)).toBeLessThan(20)
  expect(Math.max(...sizes)).toBe(50)
})

test('a small drawing has shapes and no words', () => {
  for (const background of BACKGROUNDS) {
    const { container, unmount } = render(<Background of={background} axes={AXES} isSmall />)
    expect(wordsIn(container)).toEqual([])
    expect(container.querySelectorAll('rect, ellipse, path').length).toBeGreaterThan(2)
    unmount()
  }
})

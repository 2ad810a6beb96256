import { render, screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { chooseLanguage } from '../i18n/language.ts'
import { Countdown } from './Countdown.tsx'
import { clockFigure } from './time-words.ts'

beforeEach(() => chooseLanguage('fr'))

const timer = () => screen.getByRole('timer')

test('with plenty of time left the figure is calm minutes', () => {
  render(<Countdown leftMs={4 * 60_000 + 1} totalMs={10 * 60_000} />)
  expect(timer()).toHaveTextContent('5min')
  expect(timer()).toHaveTextContent('Temps restant : 5 minutes')
})

test('in the last two minutes the seconds count', () => {
  render(<Countdown leftMs={80_000} totalMs={600_000} />)
  expect(timer()).toHaveTextContent('1:20')
  expect(timer()).toHaveTextContent('Temps restant : 1 minute 20 secondes')
})

test('a clock that is being set shows no number rather than a wrong one', () => {
  render(<Countdown leftMs={80_000} totalMs={600_000} sure={false} />)
  expect(timer()).not.toHaveTextContent(/\d/)
  expect(timer()).toHaveTextContent('Remise à l’heure')
})

test('a pause and the end are said in words', () => {
  const { rerender } = render(<Countdown leftMs={80_000} totalMs={600_000} paused />)
  expect(timer()).toHaveTextContent('En pause : reste 1 minute 20 secondes')
  rerender(<Countdown leftMs={0} totalMs={600_000} />)
  expect(timer()).toHaveTextContent('Temps écoulé')
})

test('no limit is said in words, not with a sign', () => {
  render(<Countdown leftMs={null} totalMs={null} />)
  expect(timer()).toHaveTextContent('sans limite')
  expect(timer()).toHaveTextContent('Sans limite de temps')
  expect(timer()).not.toHaveTextContent('∞')
})

test('screen readers find the time when they look, and are never told each second', () => {
  render(<Countdown leftMs={80_000} totalMs={600_000} />)
  expect(timer()).not.toHaveAttribute('aria-live', 'polite')
  expect(timer()).not.toHaveAttribute('aria-live', 'assertive')
})

test('figures round up: a second that has begun still counts', () => {
  expect([0, 1, 999, 1_000, 61_000, 3_661_000].map(clockFigure)).toEqual([
    '0:00',
    '0:01',
    '0:01',
    '0:01',
    '1:01',
    '1:01:01',
  ])
})

import { renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useVisibleHeight } from './use-visible-height.ts'

const PHONE_PX = 740
const root = document.documentElement

/** A phone's window, of which so much is seen. */
function seen(height: number, offsetTop = 0) {
  const viewport = Object.assign(new EventTarget(), { height, offsetTop, scale: 1 })
  vi.stubGlobal('visualViewport', viewport)
  return viewport
}
const told = () => ({
  keyboard: root.dataset['keyboard'],
  visible: root.style.getPropertyValue('--visible-height'),
  covered: root.style.getPropertyValue('--keyboard-height'),
})

afterEach(() => vi.unstubAllGlobals())

test('where the keyboard covers the page it is told how much of its foot, also when the page is moved behind it', () => {
  vi.spyOn(root, 'clientHeight', 'get').mockReturnValue(PHONE_PX)
  vi.stubGlobal('innerHeight', PHONE_PX)
  const viewport = seen(PHONE_PX)
  const { unmount } = renderHook(useVisibleHeight)
  expect(told()).toEqual({ keyboard: undefined, visible: '740px', covered: '0px' })
  Object.assign(viewport, { height: 440 }).dispatchEvent(new Event('resize'))
  expect(told()).toEqual({ keyboard: 'open', visible: '440px', covered: '300px' })
  Object.assign(viewport, { offsetTop: 120 }).dispatchEvent(new Event('scroll'))
  expect(told()).toEqual({ keyboard: 'open', visible: '440px', covered: '180px' })
  unmount()
  expect(told()).toEqual({ keyboard: undefined, visible: '', covered: '' })
})

test('where the browser makes the page smaller nothing of it is covered', () => {
  vi.spyOn(root, 'clientHeight', 'get').mockReturnValue(440)
  vi.stubGlobal('innerHeight', PHONE_PX)
  seen(440)
  renderHook(useVisibleHeight)
  expect(told()).toEqual({ keyboard: 'open', visible: '440px', covered: '0px' })
})

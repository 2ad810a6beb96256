import { beforeEach, expect, test, vi } from 'vitest'
import { createWordsDesk, type KeptWords } from './kept-words.ts'

const words = (id: string, more: Partial<KeptWords> = {}): KeptWords => ({
  ...{ id, activity: 'a', person: 'léa', text: `texte ${id}`, about: `note-${id}`, refusal: 'closed' },
  edit: { type: 'put' },
  ...more,
})
const ids = (desk: ReturnType<typeof createWordsDesk>) => desk.all().map(({ id }) => id)
/** What the browser does in all other tabs when one of them keeps something. */
const toldToOthers = (activity: string) =>
  window.dispatchEvent(new StorageEvent('storage', { key: `escale.refused.${activity}` }))

beforeEach(() => localStorage.clear())

test('[P24] what was refused outlives the page, by activity, until it is sent', () => {
  const desk = createWordsDesk('s')
  desk.keep(words('1'))
  desk.keep(words('2', { activity: 'b' }))
  desk.keep(words('1'))
  const again = createWordsDesk('s')
  expect(ids(again).toSorted()).toEqual(['1', '2'])
  expect(ids(createWordsDesk('another'))).toEqual([])
  expect(again.take('1')).toEqual(words('1'))
  expect(ids(createWordsDesk('s'))).toEqual(['2'])
})

test('[P24] two tabs do not send one text twice, even before the one has heard of the other', () => {
  const [here, there] = [createWordsDesk('s'), createWordsDesk('s')]
  here.keep(words('1'))
  const changed = vi.fn()
  const stop = there.subscribe(changed)
  toldToOthers('a')
  expect([ids(there), changed.mock.calls.length]).toEqual([['1'], 1])
  expect(here.take('1')).toBeDefined()
  expect(there.take('1')).toBeUndefined()
  stop()
  toldToOthers('a')
  expect(changed).toHaveBeenCalledTimes(1)
})

test('of what is given up its words are gone; that the note is nowhere is still known', () => {
  const desk = createWordsDesk('s')
  desk.keep(words('1'))
  desk.keep(words('2', { about: '' }))
  desk.giveUp('1')
  desk.giveUp('2')
  expect(desk.all()).toEqual([words('1', { text: '', edit: null })])
  expect(JSON.stringify({ ...localStorage })).not.toContain('texte')
  for (let i = 0; i < 60; i++) {
    desk.keep(words(`n${i}`))
    desk.giveUp(`n${i}`)
  }
  expect(desk.all()).toHaveLength(50)
})

test('what is damaged is of no use, and where nothing can be kept all goes on as long as the page', () => {
  localStorage.setItem('escale.activities.s', '["a"]')
  for (const damaged of ['{"a":', '7', '[7,{"id":"x"}]']) {
    localStorage.setItem('escale.refused.a', damaged)
    expect(createWordsDesk('s').all()).toEqual([])
  }
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const desk = createWordsDesk('s')
  desk.keep(words('1'))
  expect([ids(desk), desk.take('1')?.id, ids(desk)]).toEqual([['1'], '1', []])
  full.mockRestore()
})

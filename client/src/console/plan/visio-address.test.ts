import { expect, it } from 'vitest'
import { isAddress, readAddressList } from './visio-address.ts'

it('takes web addresses and nothing that could run', () => {
  expect(isAddress('https://visio.exemple.fr/salle-{n}')).toBe(true)
  expect(isAddress('http://10.0.0.4/b/abc')).toBe(true)
  expect(isAddress('')).toBe(true)
  for (const bad of ['visio.exemple.fr', 'javascript:alert(1)', 'https://a b', 'data:text/html,x'])
    expect(isAddress(bad), bad).toBe(false)
})

it('names the line that is wrong, and keeps the place of a group without a room', () => {
  expect(readAddressList('https://a.fr/1\n\nhttps://a.fr/3\n\n')).toEqual({
    addresses: ['https://a.fr/1', '', 'https://a.fr/3'],
    badLine: null,
  })
  expect(readAddressList('https://a.fr/1\nsalle deux').badLine).toBe(2)
})

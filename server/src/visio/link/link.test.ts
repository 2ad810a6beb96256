import { PLENARY } from '@escale/shared'
import { expect, test } from 'vitest'
import { visioContract } from '../contract.ts'
import { linkVisio } from './link.ts'

const PLENARY_URL = 'https://visio.example/plenary'
const pattern = {
  plenary: PLENARY_URL,
  groups: { mode: 'pattern', pattern: 'https://visio.example/groupe-{n}' },
} as const
const list = {
  plenary: PLENARY_URL,
  groups: { mode: 'list', addresses: ['https://a.example', 'https://b.example'] },
} as const

visioContract(linkVisio, [
  pattern,
  { ...list, groups: { ...list.groups, addresses: [...list.groups.addresses] } },
])

test('[V4] a pattern puts the number of the group in place of {n}', () => {
  expect(linkVisio.addressOf(pattern, 'g12')).toBe('https://visio.example/groupe-12')
  expect(linkVisio.addressOf(pattern, PLENARY)).toBe(PLENARY_URL)
})

test('[V5] a list gives out its addresses in order, and none when it is too short', () => {
  const settings = { ...list, groups: { ...list.groups, addresses: [...list.groups.addresses] } }
  expect(linkVisio.addressOf(settings, 'g2')).toBe('https://b.example')
  expect(linkVisio.addressOf(settings, 'g3')).toBe('')
})

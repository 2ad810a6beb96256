import { CODE_ALPHABET } from '@escale/shared'
import { expect, test } from 'vitest'
import { cookieName, secretsIn, setCookie } from './cookies.ts'
import { hashSecret, mintCode, mintSecret, mintSessionId } from './secrets.ts'

test('a cookie is for one session and one role, out of reach of scripts and of other sites', () => {
  const cookie = setCookie('s1', 'participant', 'secret', true)
  expect(cookie).toMatch(/^escale-p-s1=secret; /)
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/']) expect(cookie).toContain(part)
  expect(setCookie('s1', 'participant', 'secret', false)).not.toContain('Secure')
})

test('only the cookies of the session in question are read', () => {
  const header = [
    `${cookieName('s1', 'participant')}=a`,
    `${cookieName('s1', 'facilitator')}=b`,
    `${cookieName('s2', 'screen')}=c`,
    '__proto__=d',
  ].join('; ')
  expect([...secretsIn(header, 's1')]).toEqual([
    ['facilitator', 'b'],
    ['participant', 'a'],
  ])
  expect([...secretsIn(undefined, 's1')]).toEqual([])
})

test('secrets have 256 bits, session ids 128, codes 40, and none comes twice', () => {
  const many = <T>(mint: () => T) => new Set(Array.from({ length: 2_000 }, mint))
  expect(Buffer.from(mintSecret(), 'base64url')).toHaveLength(32)
  expect(Buffer.from(mintSessionId(), 'base64url')).toHaveLength(16)
  expect(many(mintSecret).size).toBe(2_000)
  expect(many(mintSessionId).size).toBe(2_000)
  const codes = many(mintCode)
  expect(codes.size).toBe(2_000)
  // Every symbol is drawn, so no part of the alphabet is out of reach.
  expect(new Set([...codes].join('')).size).toBe(CODE_ALPHABET.length)
  expect(hashSecret('x')).not.toContain('x=')
})

import { CODE_ALPHABET, CODE_LENGTH } from '@escale/shared'
import { expect, test } from 'vitest'
import { hashSecret, mintCode, mintKeyId, mintSecret, mintSessionId, sessionTag } from './secrets.ts'

test('what is guessed by nobody has the bits for it, and no two are the same', () => {
  for (const [mint, bits] of [
    [mintSecret, 256],
    [mintSessionId, 128],
    [mintKeyId, 96],
  ] as const) {
    const all = Array.from({ length: 100 }, mint)
    expect(new Set(all).size).toBe(100)
    for (const one of all) expect(Buffer.from(one, 'base64url')).toHaveLength(bits / 8)
  }
  const codes = Array.from({ length: 100 }, mintCode)
  expect(new Set(codes).size).toBe(100)
  for (const code of codes) {
    expect(code).toHaveLength(CODE_LENGTH)
    expect([...code].filter((c) => !CODE_ALPHABET.includes(c))).toEqual([])
  }
})

test('a tag in the logs is the same for one session, and too short to be more than a tag', () => {
  const id = mintSessionId()
  expect(sessionTag(id)).toMatch(/^[0-9a-f]{8}$/)
  expect(sessionTag(id)).toBe(sessionTag(id))
  expect(sessionTag(mintSessionId())).not.toBe(sessionTag(id))
  expect(hashSecret(id)).not.toContain(id)
})

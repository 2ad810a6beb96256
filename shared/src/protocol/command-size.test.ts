import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMAND_MAX_BYTES } from '../limits.ts'
import { fitsCommand, utf8Bytes } from './command-size.ts'

test('a text has as many bytes here as on the wire', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Bytes(text)).toBe(Buffer.byteLength(text))
    }),
  )
})

test('[P11] the limit is of bytes, and to the byte', () => {
  const envelope = (action: string) => ({ id: 'a', command: { type: 'act' as const, activity: 'a', action } })
  const room = COMMAND_MAX_BYTES - JSON.stringify(envelope('')).length
  expect(fitsCommand(envelope('x'.repeat(room)))).toBe(true)
  expect(fitsCommand(envelope('x'.repeat(room + 1)))).toBe(false)
  expect(fitsCommand(envelope('é'.repeat(room / 2 + 1)))).toBe(false)
})

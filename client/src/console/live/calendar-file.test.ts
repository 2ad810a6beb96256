// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const entry = {
  uid: 's@escale',
  title: 'Atelier ; « œuvre », suite',
  description: 'Votre lien :\nhttps://escale.example/console/s#secret',
  url: 'https://escale.example/console/s#secret',
  startsAt: Date.UTC(2027, 3, 24, 12),
  durationMs: 90 * 60_000,
  timeZone: 'Indian/Reunion',
  madeAt: Date.UTC(2027, 0, 1),
}

/** What a calendar reads: lines joined again, signs given back. */
const read = (file: string, name: string): string | undefined =>
  file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .replaceAll(/\\([\\;,n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))

test('says when, what and where', () => {
  const file = calendarFile(entry)
  expect(read(file, 'DTSTART')).toBe('20270424T120000Z')
  expect(read(file, 'DTEND')).toBe('20270424T133000Z')
  expect(read(file, 'URL')).toBe(entry.url)
  expect(read(file, 'X-WR-TIMEZONE')).toBe('Indian/Reunion')
})

test('any text comes out as it went in, in lines that are short enough and break no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const title = text.replaceAll(/[\r\n]/g, ' ')
      const file = calendarFile({ ...entry, title, description: `${title}\n${title}` })
      expect(read(file, 'SUMMARY')).toBe(title)
      expect(read(file, 'DESCRIPTION')).toBe(`${title}\n${title}`)
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }),
  )
})

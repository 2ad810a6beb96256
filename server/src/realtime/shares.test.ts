import { limits } from '@escale/shared'
import { describe, expect, test } from 'vitest'
import { LogShare } from './log-share.ts'
import {
  DOCUMENT_RESERVED_BYTES,
  LOG_MAX_BYTES,
  LOG_PER_PERSON_MAX_BYTES,
  LOG_RESERVED_BYTES,
  WRITTEN_PER_DRIVER_MAX_BYTES,
  WRITTEN_PER_PERSON_MAX_BYTES,
} from './share-limits.ts'
import { expectedBytes, WrittenShare } from './written-share.ts'

const STORY_BYTES = 3 * limits.STORY_MAX_CHARS

/** Fills a log as long as it takes stories of this person. Answers how many bytes they got. */
function fill(share: LogShare, person: string): number {
  let bytes = 0
  for (; share.hasRoomFor(person, false, STORY_BYTES); bytes += STORY_BYTES) share.add(person, STORY_BYTES)
  return bytes
}

describe('[L10] a share of the log', () => {
  test('keeping a story again and again ends, and nobody else notices', () => {
    const share = new LogShare(new Map())
    expect(fill(share, 'ghost')).toBeLessThanOrEqual(LOG_PER_PERSON_MAX_BYTES)
    expect(share.hasRoomFor('ghost', false, STORY_BYTES)).toBe(false)
    expect(share.hasRoomFor('somebody', false, STORY_BYTES)).toBe(true)
  })

  test('a thousand who fill it leave room for a story’s beginning, for facilitators and for the server', () => {
    const share = new LogShare(new Map())
    let filled = 0
    for (let n = 0; n < 1_000; n++) filled += fill(share, `ghost${n}`)
    expect(filled).toBeLessThanOrEqual(LOG_MAX_BYTES - LOG_RESERVED_BYTES)
    expect(share.hasRoomFor('somebody', false, 4_000)).toBe(true)
    expect(share.hasRoomFor('claire', true, limits.COMMAND_MAX_BYTES)).toBe(true)
    expect(share.hasRoomFor(null, false, limits.COMMAND_MAX_BYTES)).toBe(true)
  })

  test('when facilitators have filled the rest they can still go on, pause and end', () => {
    const share = new LogShare(new Map([['thief', LOG_MAX_BYTES]]))
    expect(share.hasRoomFor('claire', true, limits.COMMAND_MAX_BYTES)).toBe(false)
    expect(share.hasRoomFor('claire', true, 200)).toBe(true)
  })
})

describe('[L11] a share of what is written by asking', () => {
  const person = { isDriver: false, frees: false, at: 0 }
  const drawing = expectedBytes({ type: 'put', note: { drawing: 'x'.repeat(12_000) } })

  test('drawings without end stop at a person’s share; taking one off is always possible', () => {
    const share = new WrittenShare()
    let left: number = limits.DOCUMENT_MAX_BYTES
    let drawn = 0
    for (; share.hasRoomFor('ghost', person, drawing, left); drawn++) {
      share.add('ghost', false, 0, 12_500)
      left -= 12_500
    }
    expect(drawn * 12_500).toBeGreaterThan(WRITTEN_PER_PERSON_MAX_BYTES / 2)
    expect(drawn * 12_500).toBeLessThanOrEqual(WRITTEN_PER_PERSON_MAX_BYTES)
    expect(share.hasRoomFor('somebody', person, drawing, left)).toBe(true)
    expect(share.hasRoomFor('ghost', { ...person, frees: true }, 600, left)).toBe(true)
    // Some hours later they may draw again.
    expect(share.hasRoomFor('ghost', { ...person, at: 3 * 60 * 60_000 }, drawing, left)).toBe(true)
  })

  test('a hundred ghosts leave room for the words of a person and for the reserve', () => {
    const share = new WrittenShare()
    let left: number = limits.DOCUMENT_MAX_BYTES
    for (let n = 0; n < 100; n++)
      while (share.hasRoomFor(`ghost${n}`, person, drawing, left)) {
        share.add(`ghost${n}`, false, 0, 12_500)
        left -= 12_500
      }
    expect(left).toBeGreaterThan(DOCUMENT_RESERVED_BYTES)
    const note = expectedBytes({ type: 'put', note: { text: 'Relier les initiatives', colour: 1, zone: '' } })
    expect(share.hasRoomFor('somebody', person, note, left)).toBe(true)
    expect(share.hasRoomFor('claire', { ...person, isDriver: true }, drawing, left)).toBe(true)
  })

  test('who drives keeps walls again and again only so long', () => {
    const share = new WrittenShare()
    share.add('claire', true, 0, WRITTEN_PER_DRIVER_MAX_BYTES)
    expect(share.isSpent('claire', true, 0)).toBe(true)
    expect(share.isSpent('claire', true, 60_000)).toBe(false)
    expect(share.isSpent('luc', true, 0)).toBe(false)
  })
})

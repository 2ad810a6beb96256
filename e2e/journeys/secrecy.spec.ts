import type { Bot } from '@escale/bots'
import { limits, SYNC_CLOSE } from '@escale/shared'
import { groupOf, openGroups } from '../fixtures/groups.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'
import { Wiretap } from '../fixtures/wiretap.ts'

const TEMPLATE = 'visio-24-avril'
/** A frame is stamped a little after it left the server, on a clock that is known to a few ms. */
const CLOCK_TOLERANCE_MS = 100

const storyOf = (author: Bot, reader: Bot) => reader.document(`story-${author.sight.me?.id}`)

test('a story is its author’s alone, and a word is nobody’s before its time', async ({ people }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const words = ['canarimotun', 'canarimotdeux', 'canarimottrois']
  const intervalMs = 3_500
  const rally = await adapt(
    facilitator,
    'word-rally',
    { source: 'prepared', words, intervalMs },
    { durationMs: 3 * intervalMs, privateNote: 'canari-note-privée' },
  )
  const [author, reader] = (await people.bots(facilitator.seat.session, 0, 2)) as [Bot, Bot]
  const taps = { author: Wiretap.onBot(author), reader: Wiretap.onBot(reader) }
  await facilitator.go(rally)
  await reader.until((sight) => sight.activity?.id === rally)
  await author.until((sight) => sight.activity?.id === rally)

  const story = storyOf(author, author)
  await story.until((d) => d.ready)
  story.doc.getText('text').insert(0, 'canari-histoire')
  await story.until((d) => d.saved)
  for (const other of [reader, facilitator]) {
    const stolen = await storyOf(author, other).until((d) => d.closedWith !== undefined)
    expect(stolen.closedWith).toBe(SYNC_CLOSE.notAllowed)
    expect(stolen.doc.getText('text').toString()).toBe('')
  }

  await reader.until((sight) => JSON.stringify(sight.activity?.view).includes('canarimottrois'))
  const startedAt = reader.sight.activity?.run.startedAt ?? 0
  for (const [index, word] of words.entries()) {
    const earliest = Math.min(...taps.reader.with(word).map(({ at }) => at))
    expect(earliest, `${word} must not leave early`).toBeGreaterThan(
      startedAt + index * intervalMs - limits.REVEAL_LEAD_MS - CLOCK_TOLERANCE_MS,
    )
  }

  // Once the session has moved on, the author alone finds the story and the choice again.
  await author.act({ type: 'begin', on: 'screen' }, rally)
  await facilitator.go(facilitator.activity('slide').id)
  await author.until((sight) => sight.me?.own.length === 1)
  expect(await author.act({ type: 'keep', text: 'canari-gardée', named: false }, rally)).toMatchObject({
    ok: true,
  })
  await author.until((sight) => JSON.stringify(sight.me?.own).includes('canari-gardée'))
  await facilitator.do({ type: 'finish' })
  await reader.until((sight) => sight.session?.status === 'ended')
  expect(await author.act({ type: 'raise' }, rally)).toEqual({ ok: false, refusal: 'ended' })
  expect(await author.act({ type: 'unkeep' }, rally)).toMatchObject({ ok: true })
  expect(reader.sight.me?.own).toEqual([])
  expect(facilitator.sight.me?.own).toEqual([])
  for (const canary of ['canari-histoire', 'canari-gardée'])
    expect(taps.reader.with(canary), canary).toEqual([])
  expect([...taps.reader.with('canari-note-privée'), ...taps.author.with('canari-note-privée')]).toEqual([])
})

test('a shown story is seen by all only while its author consents', async ({ people }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const rally = await adapt(
    facilitator,
    'word-rally',
    { words: ['fil'], intervalMs: 1_000 },
    { durationMs: 1_000 },
  )
  const [author, reader] = (await people.bots(facilitator.seat.session, 0, 2)) as [Bot, Bot]
  const tap = Wiretap.onBot(reader)
  await facilitator.go(rally)
  await author.until((sight) => sight.activity?.id === rally)
  await expect(async () => {
    expect(await author.act({ type: 'raise' }, rally)).toMatchObject({ ok: true })
  }).toPass({ timeout: 10_000 })
  await facilitator.do({
    type: 'act',
    activity: rally,
    action: { type: 'call', person: author.sight.me?.id },
  })
  await reader.until((sight) => JSON.stringify(sight.activity?.view).includes('waiting'))
  const forged = { type: 'show', text: 'canari-volée' }
  expect(await reader.act(forged, rally)).toMatchObject({ ok: false })
  await author.act({ type: 'show', text: 'canari-lecture' }, rally)
  // Whatever the forged words had become would have been sent by now.
  await reader.until((sight) => JSON.stringify(sight.activity?.view).includes('canari-lecture'))
  expect(tap.with('canari-volée')).toEqual([])
  await facilitator.do({ type: 'act', activity: rally, action: { type: 'end' } })
  await reader.until((sight) => !JSON.stringify(sight.activity?.view).includes('canari-lecture'))
})

test('what a group says and writes stays in the group', async ({ people }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const table = await adapt(facilitator, 'round-table', {}, { durationMs: 600_000 })
  const bots = await people.bots(facilitator.seat.session, 0, 4)
  await facilitator.go(table)
  await openGroups(facilitator, table, { min: 2, max: 2 })
  for (const bot of bots) await bot.until((sight) => groupOf(sight) !== null)
  const [member] = bots as [Bot]
  const own = groupOf(member.sight)
  const stranger = bots.find((bot) => groupOf(bot.sight)?.key !== own?.key)
  const [page] = own?.pages ?? []
  if (stranger === undefined || page === undefined) throw new Error('no second group, or no page')
  const tap = Wiretap.onBot(stranger)

  const notes = await member.document(page, table).until((d) => d.ready)
  notes.doc.getText('text').insert(0, 'canari-groupe')
  await notes.until((d) => d.saved)
  const stolen = await stranger.document(page, table).until((d) => d.closedWith !== undefined)
  expect(stolen.closedWith).toBe(SYNC_CLOSE.notAllowed)
  expect(stolen.doc.getText('text').toString()).toBe('')
  const meddling = { type: 'help', group: own?.key, reason: 'canari-aide' }
  expect(await stranger.act(meddling, table)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await member.act(meddling, table)).toMatchObject({ ok: true })
  await facilitator.until((sight) => JSON.stringify(sight.activity?.view).includes('canari-aide'))
  // Something that the stranger does receive, after what they must not.
  await facilitator.do({ type: 'message', message: 'm1', to: 'all', text: 'à tout le monde' })
  await stranger.until((sight) => sight.me?.messages.some((m) => m.id === 'm1') === true)
  expect([...tap.with('canari-'), ...tap.with(page)]).toEqual([])
})

test('a participant cannot reach what the console knows, by any door', async ({ people, server }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const { session } = facilitator.seat
  const [bot] = (await people.bots(session, 0, 1)) as [Bot]
  const tap = Wiretap.onBot(bot)
  await bot.until((sight) => sight.me !== undefined)
  expect(bot.sight.plan).toBeUndefined()
  expect([...bot.sight.people]).toEqual([])

  const workshop = await bot.seat.browser.request(`/api/sessions/${session}/workshop`)
  expect(workshop.status).toBe(403)
  expect(await workshop.json()).toEqual({ refusal: 'not-allowed' })
  // The code is for whoever is inside to pass on; a stranger is told what the door says and nothing else.
  for (const route of ['console', 'key', 'workshop', 'harvest']) {
    const response = await fetch(`${server.url}/api/sessions/${session}/${route}`)
    expect(response.ok, route).toBe(false)
    expect(await response.text(), route).not.toContain(facilitator.created.code)
  }
  for (const role of ['screen', 'cofacilitator'] as const) {
    const identity = { name: 'x', organisation: '', territory: '' }
    const link = role === 'screen' ? { role } : { role, identity }
    await expect(bot.seat.browser.makeLink(session, link)).rejects.toMatchObject({ refusal: 'not-allowed' })
  }
  for (const command of [
    { type: 'go', activity: facilitator.activity('wall').id },
    { type: 'finish' },
    { type: 'door', locked: true },
    { type: 'remove', person: bot.sight.me?.id ?? '' },
    { type: 'joined', person: 'intruder', role: 'facilitator' },
  ] as const)
    expect(await bot.command(command), command.type).toEqual({ ok: false, refusal: 'not-allowed' })

  const health = await fetch(`${server.url}/api/health`)
  expect(await health.text()).not.toContain(session)
  expect(tap.with(facilitator.created.secret)).toEqual([])
  expect(server.output).not.toContain(facilitator.created.secret)
  expect(server.output).not.toContain(bot.seat.name)
})

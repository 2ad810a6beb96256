import { elapsed } from '@escale/shared'
import { HOURS, secondsLeft, seenAt, wrongClock } from '../fixtures/clock-skew.ts'
import { joinInBrowser } from '../fixtures/participant-page.ts'
import { LAPTOP, PHONE } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'

const TEMPLATE = 'visio-24-avril'
const WORDS = ['fenêtre', 'silence', 'boussole']
/** Long enough for a slow machine to have opened the activity before the second word. */
const INTERVAL_MS = 8_000
const WRITING_MS = 60_000
/** The issue's own figure. */
const TOGETHER_WITHIN_MS = 100

test('words appear together on clients whose clocks are wrong by half a day, and late comers see the right second', async ({
  people,
}) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const { session } = facilitator.seat
  const rally = await adapt(
    facilitator,
    'word-rally',
    { source: 'prepared', words: WORDS, intervalMs: INTERVAL_MS },
    { durationMs: WRITING_MS, instructions: '' },
  )
  const join = (name: string, hours: number, device: typeof PHONE) =>
    joinInBrowser(people, session, name, device, (page) => wrongClock(page, hours * HOURS, WORDS))
  const early = await join('Aïcha', 12, PHONE)
  const late = await join('Baptiste', -12, PHONE)
  const right = await join('Chloé', 0, LAPTOP)
  const { secret } = await facilitator.seat.browser.makeLink(session, { role: 'screen' })
  const screen = await (await people.browser(LAPTOP)).newPage()
  await wrongClock(screen, -5 * HOURS, WORDS)
  await screen.goto(`/screen/${session}#${secret}`)
  await expect(screen).not.toHaveURL(/#/)

  await facilitator.go(rally)
  const pages = [early, late, right, screen]
  for (const page of pages) await expect(page.getByText('boussole').first()).toBeVisible({ timeout: 30_000 })

  const { run } = facilitator.sight.activity ?? {}
  if (run === undefined) throw new Error('nothing runs')
  const seen = await Promise.all(pages.map(seenAt))
  // The first word is there with the start itself, which reaches each by its own connection; the others have an instant.
  for (const [index, word] of WORDS.entries()) {
    const times = seen.map((times) => times[word] ?? Number.NaN)
    const spread = Math.max(...times) - Math.min(...times)
    const told = `${word}: ${times.map((t) => Math.round(t - run.startedAt)).join(', ')} ms after the start`
    test.info().annotations.push({ type: 'measure', description: told })
    if (index === 0) continue
    expect(spread, told).toBeLessThan(TOGETHER_WITHIN_MS)
    for (const time of times)
      expect(time - run.startedAt, told).toBeGreaterThan(index * INTERVAL_MS - TOGETHER_WITHIN_MS)
  }

  // A late comer with a wrong clock, a reload, a second tab: all show the same second.
  const comer = await join('Driss', 12, PHONE)
  await late.reload()
  const tab = await early.context().newPage()
  await wrongClock(tab, 12 * HOURS)
  await tab.goto(`/p/${session}`)
  for (const page of [early, late, right, comer, tab]) {
    await expect(page.getByRole('timer').first()).toBeVisible()
    await expect(async () => {
      const { seconds, at } = await secondsLeft(page)
      const expected = (WRITING_MS - elapsed(run, at)) / 1_000
      // Shown rounded up, and painted within the second.
      expect(seconds - expected).toBeGreaterThan(-0.3)
      expect(seconds - expected).toBeLessThan(1.3)
    }).toPass({ timeout: 5_000 })
  }
  for (const word of WORDS) await expect(comer.getByText(word).first()).toBeVisible()
  await expect(comer.getByRole('textbox').first()).toBeEditable()
})

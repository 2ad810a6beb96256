/**
 * `npm test`: what a newcomer runs on a fresh clone. Installs, checks, then the journeys in a real browser. The last line
 * is `N passed, N failed`: tests that ran, and a check that failed counts as one. What was skipped is listed with its
 * reason and counted there too (`, N skipped`): skipped is not passed. Just before it stands what failed, a line each.
 */
import { join } from 'node:path'
import { node, tool } from './child.mjs'
import { ensureInstalled } from './install.mjs'

const finish = (passed, failed, skipped = 0) => {
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exit(failed === 0 && passed > 0 ? 0 : 1)
}

if (!(await ensureInstalled())) finish(0, 1)
const { findChromium } = await import('./chromium.mjs')
const {
  clearReports,
  FAULTS,
  HOSTILE,
  journeySums,
  played,
  reasonsIn,
  report,
  REPORTS,
  row,
  STEPS,
  testSums,
  VISIO,
} = await import('./steps.mjs')
const chromium = await findChromium()
if (chromium === undefined) {
  console.error(
    'No Chromium or Chrome found. Install one, or say where it is: CHROMIUM=/path/to/chromium npm test',
  )
  finish(0, 1)
}
// Whatever else opens a browser opens the same one.
process.env['CHROMIUM'] = chromium

clearReports()
let passed = 0
let failed = 0
let built = true
const skipped = []
const reasons = []
const failures = []
for await (const { step, code, output, seconds } of played([...STEPS, FAULTS, HOSTILE, VISIO])) {
  console.log(row(step.name, seconds, code === 0))
  const sums = testSums(step)
  passed += sums.passed
  failed += code === 0 ? sums.failed : Math.max(1, sums.failed)
  skipped.push(...sums.skipped)
  reasons.push(...reasonsIn(output))
  failures.push(...sums.failures)
  if (code === 0) continue
  if (sums.failures.length === 0) failures.push(step.name)
  console.error(output)
  if (step.name.startsWith('build')) built = false
}
if (built) {
  const { code, seconds } = await node(
    tool('@playwright/test/cli.js'),
    ['test', '--config', 'e2e/playwright.config.ts'],
    {
      show: true,
      env: { CHROMIUM: chromium ?? '', E2E_REPORT: join(REPORTS, 'playwright.json') },
    },
  )
  const sums = journeySums()
  if (report('playwright.json') === undefined) console.error('The journeys ended before they could report.')
  console.log(row('journeys', seconds, code === 0))
  passed += sums.passed
  failed += code === 0 ? sums.failed : Math.max(1, sums.failed)
  skipped.push(...sums.skipped)
  failures.push(...sums.failures)
} else {
  failed += 1
  console.error('Journeys not run: the build failed.')
}
for (const name of skipped) console.log(`skipped  ${name}`)
for (const reason of reasons) console.log(`         ${reason}`)
for (const failure of failures) console.log(`failed   ${failure}`)
finish(passed, failed, skipped.length)

/** `npm run look`: no tests, but pictures of screens to be looked at, in `e2e/test-results/look`. */
import journeys from '../playwright.config.ts'

export default {
  ...journeys,
  testDir: '.',
  testMatch: '*.look.ts',
  // One page after another: what still loads is no picture.
  workers: 1,
  outputDir: '../test-results/look-failed',
  globalSetup: '../fixtures/build.ts',
  projects: [{ name: 'look' }],
  reporter: [['list']],
  use: { ...journeys.use, actionTimeout: 8_000, trace: 'off' as const },
}

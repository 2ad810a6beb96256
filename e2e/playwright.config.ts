import { defineConfig } from '@playwright/test'

/** The system's Chromium: nothing is downloaded, and what people use is what is tested. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: './journeys',
  outputDir: './test-results',
  globalSetup: './fixtures/build.ts',
  // The longest journey mostly waits for its clock; begun first, it has the others run beside it.
  workers: 2,
  fullyParallel: true,
  projects: [
    { name: 'the visio', testMatch: 'visio-*.spec.ts' },
    { name: 'others', testIgnore: 'visio-*.spec.ts' },
  ],
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // Generous, because a busy machine is slow and not wrong; nothing waits for a time-out when all is well.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: process.env['E2E_REPORT'] ?? './test-results/report.json' }]],
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    actionTimeout: 30_000,
    // Pictures of every step in a dozen pages would cost more than the journey itself.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS },
  },
})

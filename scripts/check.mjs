/** `npm run check`: everything but the browser journeys. Stops at the first failure and shows its output. */
import { clearReports, played, row, STEPS } from './steps.mjs'

clearReports()
for await (const { step, code, output, seconds } of played(STEPS)) {
  console.log(row(step.name, seconds, code === 0))
  if (code === 0) continue
  console.error(output)
  process.exit(1)
}

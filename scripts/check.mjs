/** `npm run check`: everything but the browser journeys. Stops at the first failure and shows its output. */
import { clearReports, row, STEPS } from './steps.mjs'

clearReports()
for (const step of STEPS) {
  const { code, output, seconds } = await step.run({})
  console.log(row(step.name, seconds, code === 0))
  if (code === 0) continue
  console.error(output)
  process.exit(1)
}

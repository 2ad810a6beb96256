/** What was measured of the visio, and what is judged of it. */
import { show, table } from '../report/table.ts'

export interface Figure {
  readonly step: string
  /** A page, or the server. */
  readonly of: string
  readonly what: string
  readonly unit: 'ms' | 'share' | 'kB' | 'MB'
  readonly value: number
  /** The most that it may be; absent: told, and not judged. */
  readonly most?: number
}

/** Of each step, what is judged wherever it is measured. */
const EVERYWHERE: Readonly<Record<string, number>> = {
  'console frame p95': 20,
  'console bytes a minute': 500,
  'server memory': 300,
  'server memory at its most, helpers too': 300,
}

export const mostOf = ({ of, what, most }: Figure): number | undefined => most ?? EVERYWHERE[`${of} ${what}`]

const verdict = (figure: Figure): string => {
  const most = mostOf(figure)
  if (most === undefined) return ''
  return figure.value <= most ? 'holds' : 'DOES NOT HOLD'
}

export function report(figures: readonly Figure[], about: string): string {
  const steps = [...new Set(figures.map(({ step }) => step))]
  const tables = steps.map((step) => {
    const rows = figures
      .filter((figure) => figure.step === step)
      .map((figure) => [
        figure.of,
        figure.what,
        figure.unit,
        show(figure.value),
        show(mostOf(figure)),
        verdict(figure),
      ])
    return `## ${step}\n\n${table(['of', 'what', 'unit', 'measured', 'at most', ''], rows)}`
  })
  return `# The visio of 24 April\n\n${about}\n\n${tables.join('\n\n')}\n`
}

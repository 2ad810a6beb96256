import type { RunningServer, ServerKind } from '../servers/server.ts'

/** Named figures of one run; the name ends with the unit. */
export type Figures = Readonly<Record<string, number>>

export interface RunOutcome {
  readonly figures: Figures
  /** What went wrong: too few deliveries, lost lines, documents that differ. Empty: all is well. */
  readonly faults: readonly string[]
  /** Cores that somebody else used meanwhile. */
  readonly neighbourCores: number
  readonly load: number
}

export interface Scenario {
  /** With its parameters, as the table shows it. */
  readonly title: string
  /** As on the command line, and in the bars. */
  readonly id: string
  readonly servers: readonly string[]
  readonly rounds: number
  run(server: ServerKind): Promise<RunOutcome>
}

/** Gives `use` a server started for this run alone; it ends with it. */
export async function withServer<T>(
  kind: ServerKind,
  use: (server: RunningServer) => Promise<T>,
): Promise<T> {
  const server = await kind.start()
  try {
    return await use(server)
  } finally {
    await server.stop()
  }
}

const COMPLAINTS_SHOWN = 3

/** The first few different ones, and how many there are. */
export function brief(complaints: readonly string[]): string[] {
  const different = [...new Set(complaints)]
  const more = complaints.length - Math.min(different.length, COMPLAINTS_SHOWN)
  return [...different.slice(0, COMPLAINTS_SHOWN), ...(more > 0 ? [`${more} more complaints`] : [])]
}

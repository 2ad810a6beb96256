/** What two processes of the bench say to each other: the call of a function, and what came of it. */
export interface Call {
  readonly id: number
  readonly name: string
  readonly args: readonly unknown[]
}

export interface Answer {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}

/** Functions that can be called over IPC. */
export type Remote<T> = {
  readonly [N in keyof T]: T[N] extends (...args: never[]) => Promise<unknown> ? T[N] : never
}

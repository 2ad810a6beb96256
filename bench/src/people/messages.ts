/** What the bench and its processes of simulated people say to each other. */
export interface Place {
  readonly baseUrl: string
  readonly session: string
}

export interface Arrivals {
  /** From the first look at the door to the first frame on the screen, ms. */
  readonly joinMs: readonly number[]
  readonly failures: readonly string[]
}

export interface People {
  /** So many people come, each at a random moment of `overMs`, and stay. `first` numbers them over all processes. */
  arrive(place: Place, people: number, first: number, overMs: number): Promise<Arrivals>
  /** They come as bots, who live through whatever runs, like people. Resolves when all should be there. */
  live(place: Place, people: number, withinMs: number): Promise<void>
  /** They come as pages that only watch, set their clocks now and then as our client does, and keep `document` open if it is named. */
  watch(
    place: Place,
    people: number,
    first: number,
    document: readonly [activity: string, name: string] | null,
  ): Promise<void>
  /** What went wrong meanwhile. */
  troubles(): Promise<readonly string[]>
}

/** Notes that a person has put into themes by hand. */
export interface Reference {
  readonly name: string
  readonly language: 'fr' | 'en'
  readonly themes: Readonly<Record<string, readonly string[]>>
  /** Notes that a careful facilitator leaves alone. */
  readonly alone: readonly string[]
}

/** Which theme each note has, in the order of the notes; what stands alone has a theme of its own. */
export function labelled({ themes, alone }: Reference): {
  readonly texts: string[]
  readonly labels: number[]
} {
  const groups = [...Object.values(themes), ...alone.map((text) => [text])]
  const notes = groups.flatMap((texts, label) => texts.map((text) => ({ text, label })))
  // Notes of one theme side by side would be a hint that no wall gives.
  notes.sort((a, b) => (a.text < b.text ? -1 : 1))
  return { texts: notes.map((note) => note.text), labels: notes.map((note) => note.label) }
}

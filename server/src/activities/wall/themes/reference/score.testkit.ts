/** How near a grouping is to one that a person made. */
export interface Score {
  /** B-cubed: of the notes that stand with a note, the part that belongs there… */
  readonly precision: number
  /** … and of those that belong with it, the part that stands there; means over all notes. */
  readonly recall: number
  readonly f1: number
  /** Adjusted Rand index: 1 the same, 0 as good as chance. */
  readonly rand: number
  /** Part of the notes that are in a group at all. */
  readonly coverage: number
  readonly groups: number
}

const members = (labels: readonly number[]) => {
  const found = new Map<number, number[]>()
  labels.forEach((label, note) => {
    const held = found.get(label)
    if (held === undefined) found.set(label, [note])
    else held.push(note)
  })
  return found
}
const pairs = (count: number) => (count * (count - 1)) / 2
const total = (numbers: Iterable<number>) => [...numbers].reduce((sum, number) => sum + number, 0)

/** `right` and `tried`: a label for each note; a note alone has a label of its own. */
export function scoreOf(right: readonly number[], tried: readonly number[]): Score {
  const [rights, trials] = [members(right), members(tried)]
  let [precision, recall, together] = [0, 0, 0]
  for (const trial of trials.values()) {
    const both = new Map<number, number>()
    for (const note of trial) both.set(right[note] ?? -1, (both.get(right[note] ?? -1) ?? 0) + 1)
    for (const [label, count] of both) {
      together += pairs(count)
      precision += (count * count) / trial.length / right.length
      recall += (count * count) / (rights.get(label)?.length ?? 1) / right.length
    }
  }
  const [inRight, inTrials] = [rights, trials].map((sets) =>
    total([...sets.values()].map((set) => pairs(set.length))),
  ) as [number, number]
  const chance = (inRight * inTrials) / pairs(right.length)
  const most = (inRight + inTrials) / 2
  const grouped = [...trials.values()].filter((set) => set.length > 1)
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    rand: most === chance ? 1 : (together - chance) / (most - chance),
    coverage: total(grouped.map((set) => set.length)) / right.length,
    groups: grouped.length,
  }
}

/** Groups of indices as one label for each note. */
export function labelsOf(groups: readonly (readonly number[])[], count: number): readonly number[] {
  const labels = Array.from({ length: count }, (_, note) => -1 - note)
  groups.forEach((group, label) => {
    for (const note of group) labels[note] = label
  })
  return labels
}

import { drives, type Identity, type Person, type Viewer } from '@escale/shared'

/** The made-up people of a preview: one facilitator, then participants by the names that the texts give. */
export interface Cast {
  readonly people: readonly Person[]
  readonly identities: ReadonlyMap<string, Identity>
  readonly participant: Viewer
  readonly facilitator: Viewer
}

const NO_LABELS = { organisation: '', territory: '' }

export function castOf(names: readonly string[]): Cast {
  const people = names.map((_, index): Person => {
    const isFirst = index === 0
    return {
      id: `preview-${index}`,
      role: isFirst ? 'facilitator' : 'participant',
      rank: index + 1,
      away: false,
      removed: false,
      hasDevice: true,
    }
  })
  const viewer = (drivesIt: boolean): Viewer => {
    const found = people.find((p) => drives(p.role) === drivesIt)
    return { id: found?.id ?? null, role: drivesIt ? 'facilitator' : 'participant' }
  }
  return {
    people,
    identities: new Map(people.map((p, index) => [p.id, { name: names[index] ?? '', ...NO_LABELS }])),
    participant: viewer(false),
    facilitator: viewer(true),
  }
}

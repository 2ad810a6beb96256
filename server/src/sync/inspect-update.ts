import * as Y from 'yjs'

export interface Inspection {
  /** Nothing in it: neither content nor deletions. */
  readonly empty: boolean
  /** It builds on something that is not known: the sender must first send what is missing. */
  readonly gap: boolean
  /** Per Yjs client, the clock after its last piece here. */
  readonly ends: ReadonlyMap<number, number>
}

const clockOf = (
  id: { client: number; clock: number } | null,
  need: (client: number, clock: number) => void,
) => {
  if (id !== null) need(id.client, id.clock)
}

/**
 * Decodes a V1 update without applying it.
 * @param known clock up to which a Yjs client's writing is known here.
 * @throws Error on malformed bytes.
 */
export function inspectUpdate(update: Uint8Array, known: (client: number) => number): Inspection {
  const { structs, ds } = Y.decodeUpdate(update)
  const ends = new Map<number, number>()
  let gap = false
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (struct instanceof Y.Skip) continue
    if (clock > (ends.get(client) ?? known(client))) gap = true
    ends.set(client, Math.max(ends.get(client) ?? known(client), clock + struct.length))
  }
  const need = (client: number, clock: number) => {
    if (clock >= (ends.get(client) ?? known(client))) gap = true
  }
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    clockOf(struct.origin, need)
    clockOf(struct.rightOrigin, need)
    // Before integration a parent is a root's name, the id of the item that holds it, or nothing.
    const parent: unknown = struct.parent
    if (parent instanceof Y.ID) need(parent.client, parent.clock)
  }
  for (const [client, ranges] of ds.clients)
    for (const range of ranges) if (range.len > 0) need(client, range.clock + range.len - 1)
  return { empty: structs.length === 0 && ds.clients.size === 0, gap, ends }
}

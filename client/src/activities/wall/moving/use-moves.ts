/** Moving notes within and between zones, for keys, menus and drags alike. */
import { itemsByZone, notesOf, type Refusal, type WallItem, type WallNote } from '@escale/shared'
import { AT_ONCE_MAX, type WallZone } from '@escale/shared/activities/wall'
import { useCallback, useRef } from 'react'
import { useClock } from '../../../connection/clock-context.ts'
import type { Wall } from '../use-wall.ts'
import { aside, firstOf, type Place, placesAt, type Step, targetOf } from './places.ts'

export interface Landing {
  readonly at: number
  readonly count: number
}

export interface Moves {
  /** The item (note or stack) of this id and the rank it has in its zone; undefined: it is gone. */
  readonly find: (id: string) => (Landing & { readonly item: WallItem; readonly zone: string }) | undefined
  readonly mayMove: (item: WallItem) => boolean
  /** One step, or to an end. Null: it is there already, or gone. */
  readonly step: (id: string, step: Step) => Promise<Landing | null>
  /** Before or behind another item of a zone; `beside` null: behind all. False: it is gone. */
  readonly drop: (id: string, zone: string, beside: string | null, after: boolean) => Promise<boolean>
  /** Several to one end of a zone, in their order, or only into it. */
  readonly send: (
    notes: readonly WallNote[],
    zone: string,
    where: 'first' | 'last' | 'same',
  ) => Promise<Refusal | null>
}

export function useMoves(wall: Wall, zones: readonly WallZone[]): Moves {
  const clock = useClock()
  // Read when something is done: others write meanwhile.
  const latest = useRef({ wall, zones })
  latest.current = { wall, zones }
  const groups = useCallback(() => itemsByZone(latest.current.wall, latest.current.zones), [])
  const ask = useCallback(async (places: readonly Place[]): Promise<Refusal | null> => {
    const { ask: send, secretOf } = latest.current.wall
    const notes = places.map((place) => ({ ...place, ...secretOf(place.id) }))
    const edits = []
    for (let i = 0; i < notes.length; i += AT_ONCE_MAX)
      edits.push({ type: 'reorder' as const, notes: notes.slice(i, i + AT_ONCE_MAX) })
    return edits.length === 0 ? null : send(edits)
  }, [])
  const land = useCallback(
    (moved: readonly WallNote[], others: readonly WallNote[], at: number, zone: string) =>
      ask(
        placesAt({
          ...{ moved, others, at, zone },
          mayMoveOthers: latest.current.wall.mayWithAll(['move']),
          now: clock.read()?.ms ?? Date.now(),
        }),
      ),
    [ask, clock],
  )
  const find = useCallback<Moves['find']>(
    (id) => {
      for (const { zone, items } of groups()) {
        const at = items.findIndex((item) => item.id === id)
        const item = items[at]
        if (item) return { item, zone, at, count: items.length }
      }
      return undefined
    },
    [groups],
  )
  const step = useCallback<Moves['step']>(
    async (id, which) => {
      const found = find(id)
      if (found === undefined) return null
      const { zone } = found
      const items = groups().find((group) => group.zone === zone)?.items ?? []
      const target = targetOf(which, found.at, items.length)
      const parts = aside(items, id)
      if (target === null || parts === undefined) return null
      const refusal = await land(parts.moved, parts.others, target, firstOf(found.item).zone)
      return refusal === null ? { at: target, count: items.length } : null
    },
    [find, groups, land],
  )
  const drop = useCallback<Moves['drop']>(
    async (id, zone, beside, after) => {
      const found = find(id)
      if (found === undefined) return false
      const others = (groups().find((group) => group.zone === zone)?.items ?? []).filter(
        (item) => item.id !== id,
      )
      const at = others.findIndex((item) => item.id === beside)
      const to = at < 0 ? others.length : after ? at + 1 : at
      if (found.zone === zone && found.at === to) return true
      await land(notesOf(found.item), others.map(firstOf), to, zone)
      return true
    },
    [find, groups, land],
  )
  const send = useCallback<Moves['send']>(
    (notes, zone, where) => {
      if (where === 'same') return ask(notes.map(({ id, order }) => ({ id, order, zone })))
      const ids = new Set(notes.map((note) => note.id))
      const items = groups().find((group) => group.zone === zone)?.items ?? []
      const others = items.map(firstOf).filter((note) => !ids.has(note.id))
      return land(notes, others, where === 'first' ? 0 : others.length, zone)
    },
    [ask, groups, land],
  )
  const mayMove = useCallback(
    (item: WallItem) => notesOf(item).every((note) => latest.current.wall.mayMove(note)),
    [],
  )
  return { find, mayMove, step, drop, send }
}

import { firstNote, itemsByZone, NOTE_COLOURS, notesOf, type WallNote } from '@escale/shared'
import { dimensionSorts, type WallView } from '@escale/shared/activities/wall'
import { useMemo } from 'react'
import type { Stage } from '../../kit/views.ts'
import { useMeanings } from '../categories.tsx'
import { useWallTexts } from '../texts.ts'
import type { Wall } from '../use-wall.ts'
import { useHasVotes, useVotesOf } from '../voting/votes-store.ts'
import type { SortKey } from './arrange-list.ts'
import { useListTexts } from './texts.ts'

/**
 * The keys that the list may be sorted by.
 */
export function useSortKeys(stage: Stage<WallView>, wall: Wall): readonly SortKey[] {
  const { zones, dimensions } = stage.view
  const { notes, stacks, signature } = wall
  const t = useListTexts()
  const w = useWallTexts()
  const meanings = useMeanings()
  const hasVotes = useHasVotes()
  const votesOf = useVotesOf()
  return useMemo(() => {
    const order = itemsByZone({ notes, stacks }, zones).flatMap(({ zone, items }) =>
      items.flatMap((item) => notesOf(item).map((note) => ({ id: note.id, zone }))),
    )
    const rank = new Map(order.map(({ id }, at) => [id, at]))
    const zoneOf = new Map(order.map(({ id, zone }) => [id, zone]))
    const titles = new Map(zones.map(({ id, title }, i) => [id, title || w('zone-title', { index: i + 1 })]))
    const stackTitles = new Map(stacks.map(({ id, title }) => [id, title || t('unnamed-stack')]))
    const byPlace = (a: WallNote, b: WallNote) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0)
    const keys: SortKey[] = [
      zones.length === 0
        ? { id: 'place', label: t('sort-place'), compare: byPlace }
        : {
            id: 'place',
            label: t('sort-zone'),
            compare: byPlace,
            heading: ({ id }) => {
              const zone = zoneOf.get(id) ?? ''
              return { id: zone, title: titles.get(zone) ?? t('no-zone') }
            },
            headings: zones.map((zone) => zone.id),
          },
      { id: 'time', label: t('sort-time'), compare: (a, b) => b.createdAt - a.createdAt },
    ]
    if (notes.some((note) => signature(note) !== ''))
      keys.push({
        id: 'author',
        label: t('sort-author'),
        compare: byPlace,
        heading: (note) => ({ id: signature(note), title: signature(note) || t('no-author') }),
      })
    keys.push({
      id: 'category',
      label: t(meanings.size > 0 ? 'sort-category' : 'sort-colour'),
      compare: byPlace,
      heading: ({ colour }) => {
        const { id } = NOTE_COLOURS[colour] ?? { id: 'straw' as const }
        if (meanings.size === 0) return { id, title: w(id) }
        const meaning = meanings.get(colour)
        return meaning === undefined
          ? { id: '', title: t('no-category') }
          : { id, title: meaning.label || meaning.letter }
      },
      headings: [...(meanings.size > 0 ? meanings.keys() : NOTE_COLOURS.keys())].map(
        (colour) => NOTE_COLOURS[colour]?.id ?? '',
      ),
    })
    if (stacks.length > 0)
      keys.push({
        id: 'stack',
        isByStack: true,
        label: t('sort-stack'),
        compare: byPlace,
        heading: ({ stack }) => ({ id: stack, title: stackTitles.get(stack) ?? t('no-stack') }),
        headings: stacks.map((stack) => stack.id),
      })
    if (hasVotes)
      keys.push({
        id: 'votes',
        label: t('sort-votes'),
        compareItems: (a, b) => votesOf(b) - votesOf(a) || byPlace(firstNote(a), firstNote(b)),
      })
    for (const { id, label, compare } of dimensionSorts({ dimensions }))
      keys.push({ id, label, compare: (a, b) => compare(a, b) || byPlace(a, b) })
    return keys
  }, [notes, stacks, zones, dimensions, signature, meanings, hasVotes, votesOf, t, w])
}

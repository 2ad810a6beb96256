import type { WallNote } from '@escale/shared'
import { type Look, type Part, type PartId, partOfNote, partsOfWall } from '@escale/shared/activities/wall'
import { createContext, use, useMemo } from 'react'
import { Select } from '../../../ui/Select.tsx'
import { useBackgroundTexts } from './texts.ts'

/** How the wall is laid out, for whatever says where a note stands; null: this is no matter here. */
const LookContext = createContext<Look | null>(null)
export const LookProvider = LookContext

const NO_PARTS: readonly Part[] = []

/** The named parts of the wall as it is laid out now; none: it has no parts. */
export function useParts(): readonly Part[] {
  const say = useBackgroundTexts()
  const look = use(LookContext)
  return useMemo(() => (look ? partsOfWall(look, say) : NO_PARTS), [look, say])
}

/** The part in which a note stands; empty: in none. */
export function usePartOf(note: { readonly at?: WallNote['at'] | undefined }): PartId | '' {
  const look = use(LookContext)
  return (look && note.at ? partOfNote(look, { at: note.at }) : undefined) ?? ''
}

interface PartSelectProps {
  readonly part: PartId | ''
  readonly onChange: (part: PartId | '') => void
  readonly hideLabel?: boolean
}

/** In which part a note is to stand: what one can do with a keyboard or on a small screen instead of dragging it there. */
export function PartSelect({ part, onChange, hideLabel = false }: PartSelectProps) {
  const say = useBackgroundTexts()
  const parts = useParts()
  if (parts.length === 0) return null
  return (
    <Select
      label={say('part')}
      hideLabel={hideLabel}
      value={parts.some(({ id }) => id === part) ? part : ''}
      options={[
        { value: '', label: say('later') },
        ...parts.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={onChange}
    />
  )
}

import type { WallNote } from '@escale/shared'
import { type Look, type PartId, partOfNote, partsOfWall } from '@escale/shared/activities/wall'
import { Select } from '../../../ui/Select.tsx'
import { useBackgroundTexts } from './texts.ts'

export interface PartSelectProps {
  /** What has been chosen; empty or absent: nothing yet. */
  readonly part: PartId | '' | undefined
  /** Where the note stands until then. */
  readonly at?: WallNote['at'] | undefined
  readonly onChange: (part: PartId | '') => void
  readonly hideLabel?: boolean
}

/** In which part a note is to stand: what one can do with a keyboard or on a small screen instead of dragging it there. */
export function PartSelect({
  look,
  part,
  at,
  onChange,
  hideLabel = false,
}: PartSelectProps & { readonly look: Look }) {
  const say = useBackgroundTexts()
  const parts = partsOfWall(look, say)
  const standsIn = at && partOfNote(look, { at })
  const shown = part || standsIn
  return (
    <Select
      label={say('part')}
      hideLabel={hideLabel}
      value={shown && parts.some(({ id }) => id === shown) ? shown : ''}
      options={[
        { value: '', label: say('later') },
        ...parts.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(next) => onChange(next === standsIn ? '' : next)}
    />
  )
}

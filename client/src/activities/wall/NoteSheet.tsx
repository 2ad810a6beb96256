import type { WallNote } from '@escale/shared'
import type { WallZone } from '@escale/shared/activities/wall'
import { useDialogTexts } from './dialog-texts.ts'
import { PlaceButtons } from './moving/PlaceButtons.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import type { Wall } from './use-wall.ts'

interface NoteSheetProps {
  readonly wall: Wall
  readonly zones: readonly WallZone[]
  readonly note: WallNote
  readonly onDelete: (() => void) | undefined
  readonly onClose: () => void
}

/** A note that is open to be changed: loaded when the first one is opened. */
export function NoteSheet({ wall, zones, note, onDelete, onClose }: NoteSheetProps) {
  const d = useDialogTexts()
  return (
    <NoteDialog
      title={d('edit-title')}
      draft={note}
      keptAs={`note-${note.id}`}
      zones={zones}
      onSave={(draft) => wall.edit(note, draft)}
      onDelete={onDelete}
      onClose={onClose}
    >
      <PlaceButtons wall={wall} zones={zones} note={note} />
    </NoteDialog>
  )
}

/** The dialogs about oneself, in one piece: whoever opens one has them all. */
import { EraseMine } from './EraseMine.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { MyTexts } from './MyTexts.tsx'
import { OtherDevice } from './OtherDevice.tsx'
import { RenameDialog } from './RenameDialog.tsx'

const DIALOGS = {
  texts: MyTexts,
  rename: RenameDialog,
  device: OtherDevice,
  erase: EraseMine,
  leave: LeaveDialog,
} as const
export type OwnDialogName = keyof typeof DIALOGS

interface OpenDialogProps {
  readonly which: OwnDialogName
  readonly onClose: () => void
}

export function OpenDialog({ which, onClose }: OpenDialogProps) {
  const Asked = DIALOGS[which]
  return <Asked onClose={onClose} />
}

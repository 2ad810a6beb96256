import { lazy, Suspense } from 'react'
import { useAtHand } from '../connection/at-hand.ts'

const loadTexts = () => import('./MyTexts.tsx')
const loadRename = () => import('./RenameDialog.tsx')
const loadDevice = () => import('./OtherDevice.tsx')
const loadLeave = () => import('./LeaveDialog.tsx')
const loadErase = () => import('./EraseMine.tsx')
const loadAll = () => Promise.all([loadTexts(), loadRename(), loadDevice(), loadLeave(), loadErase()])

const DIALOGS = {
  texts: lazy(async () => ({ default: (await loadTexts()).MyTexts })),
  rename: lazy(async () => ({ default: (await loadRename()).RenameDialog })),
  device: lazy(async () => ({ default: (await loadDevice()).OtherDevice })),
  erase: lazy(async () => ({ default: (await loadErase()).EraseMine })),
  leave: lazy(async () => ({ default: (await loadLeave()).LeaveDialog })),
} as const
export type OwnDialogName = keyof typeof DIALOGS

interface OwnDialogProps {
  /** null: none is open. */
  readonly which: OwnDialogName | null
  readonly onClose: () => void
}

/** A dialog about oneself. Few people open one, so none is in the way of a first load. */
export function OwnDialog({ which, onClose }: OwnDialogProps) {
  useAtHand(loadAll)
  if (which === null) return null
  const Asked = DIALOGS[which]
  return (
    <Suspense fallback={null}>
      <Asked onClose={onClose} />
    </Suspense>
  )
}

import { lazy, Suspense } from 'react'
import { useAtHand } from '../connection/at-hand.ts'
import type { OwnDialogName } from './own-dialogs.tsx'

const load = () => import('./own-dialogs.tsx')
const OpenDialog = lazy(async () => ({ default: (await load()).OpenDialog }))

interface OwnDialogProps {
  /** null: none is open. */
  readonly which: OwnDialogName | null
  readonly onClose: () => void
}

/** A dialog about oneself. Few people open one, so none is in the way of a first load. */
export function OwnDialog({ which, onClose }: OwnDialogProps) {
  useAtHand(load)
  return which === null ? null : (
    <Suspense fallback={null}>
      <OpenDialog which={which} onClose={onClose} />
    </Suspense>
  )
}

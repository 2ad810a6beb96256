import { EraseDialog } from '../erase/EraseDialog.tsx'
import { useLive, useSession } from '../stores/live-context.ts'

/** One's own data: afterwards every tab forgets what it kept, too (Left.tsx). */
export function EraseMine({ onClose }: { readonly onClose: () => void }) {
  const { connection, close } = useLive()
  const me = useSession((s) => s.me?.id)
  if (!me) return null
  return (
    <EraseDialog
      person={me}
      onClose={onClose}
      onErased={() => {
        close()
        connection.setState({ status: 'lost', bye: 'erased', over: true })
      }}
    />
  )
}

import { useConnection } from '../stores/live-context.ts'
import { ConnectionBadge } from '../ui/ConnectionBadge.tsx'

export function ConnectionState() {
  const status = useConnection((s) => s.status)
  const pending = useConnection((s) => s.waiting.length)
  return <ConnectionBadge state={status} pending={pending} discreet />
}

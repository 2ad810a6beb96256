import { useConnection } from '../stores/live-context.ts'
import { ConnectionBadge } from '../ui/ConnectionBadge.tsx'

export function ConnectionState() {
  const status = useConnection((s) => s.status)
  const slow = useConnection((s) => s.slow)
  const pending = useConnection((s) => s.waiting.length)
  return <ConnectionBadge state={status} slow={slow} pending={pending} discreet />
}

import { useEffect } from 'react'

/** Keeps the phone's screen on while `active`, where the browser allows it; asked for again when the page is seen again. */
export function useWakeLock(active: boolean): void {
  useEffect(() => {
    if (!active || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | undefined
    let wanted = true
    const ask = async () => {
      if (document.hidden || !wanted || (lock && !lock.released)) return
      try {
        const given = await navigator.wakeLock.request('screen')
        if (wanted) lock = given
        else await given.release()
      } catch {
        // Refused (battery saver, policy): the session goes on all the same.
      }
    }
    const seen = () => void ask()
    seen()
    document.addEventListener('visibilitychange', seen)
    return () => {
      wanted = false
      document.removeEventListener('visibilitychange', seen)
      void lock?.release().catch(() => {})
    }
  }, [active])
}

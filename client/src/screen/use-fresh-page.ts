import { useEffect } from 'react'
import { keptChoice } from '../app/kept-here.ts'
import { useConnection } from '../stores/live-context.ts'

/** When it was reloaded last, in this tab. */
const KEY = keptChoice('screen-renewed')
/** A page that is still old after that, from a cache in between, is not reloaded on and on. */
const NOT_AGAIN_FOR_MS = 60 * 60 * 1_000

/** A screen has nobody at it who could press a button, and nothing to lose: it fetches the new version by itself. */
export function useFreshPage(reload = () => window.location.reload()): void {
  const isOld = useConnection((s) => s.outdated || (s.over && s.bye === 'version'))
  useEffect(() => {
    if (!isOld) return
    try {
      if (Date.now() - Number(sessionStorage.getItem(KEY) ?? 0) < NOT_AGAIN_FOR_MS) return
      sessionStorage.setItem(KEY, String(Date.now()))
    } catch {
      return
    }
    reload()
  }, [isOld, reload])
}

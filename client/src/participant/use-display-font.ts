import { useEffect } from 'react'
import { entryOf } from '../activities/entry-of.ts'
import { idleMoment, savesData } from '../connection/at-hand.ts'
import { wearDisplayFont } from '../styles/display-font.ts'

/**
 * Fetches the typeface of headings once nothing is waited for any more. Not on a sparing connection.
 * @param isIn the session is known
 * @param kind what runs; undefined: nothing does
 */
export function useDisplayFont(isIn: boolean, kind: string | undefined): void {
  useEffect(() => {
    if (!isIn || savesData()) return
    const shown = kind === undefined ? undefined : entryOf(kind)?.load()
    void Promise.allSettled([shown]).then(idleMoment).then(wearDisplayFont)
  }, [isIn, kind])
}

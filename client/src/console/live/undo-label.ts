import type { UndoLine } from '@escale/shared'
import type { useLiveTexts } from '../texts/live.ts'
import { showDuration } from '../time/duration.ts'

type Say = ReturnType<typeof useLiveTexts>

/** `+1 min`, `−30 s`. */
export const showChange = (ms: number): string => `${ms < 0 ? '−' : '+'}${showDuration(Math.abs(ms))}`

const KNOWN = {
  go: 'did.go',
  pause: 'did.pause',
  resume: 'did.resume',
  'end-phase': 'did.end-phase',
  finish: 'did.finish',
  reopen: 'did.reopen',
  'plan-add': 'did.plan-add',
  'plan-remove': 'did.plan-remove',
  'plan-move': 'did.plan-move',
  'plan-edit': 'did.plan-edit',
  'plan-duplicate': 'did.plan-duplicate',
  settings: 'did.settings',
  door: 'did.door',
  rename: 'did.rename',
  'add-person': 'did.add-person',
  remove: 'did.remove',
  restore: 'did.restore',
  message: 'did.message',
  act: 'did.act',
} as const

const isKnown = (did: string): did is keyof typeof KNOWN => Object.hasOwn(KNOWN, did)

/** What undo would take back, in a few words: `+1 min (Samir)`. `who` empty: the one who reads. */
export function undoLabel(
  t: Say,
  undo: UndoLine,
  names: { readonly title: string | undefined; readonly person: string; readonly who: string },
): string {
  const { title, person: name, who } = names
  const what =
    undo.did === 'adjust' && undo.ms !== null
      ? showChange(undo.ms)
      : t(isKnown(undo.did) ? KNOWN[undo.did] : 'did.other', { title: title ?? '', name })
  return who ? t('undoBy', { what, who }) : what
}

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
  rename: 'did.rename',
  'add-person': 'did.add-person',
  remove: 'did.remove',
  restore: 'did.restore',
  'remove-many': 'did.remove-many',
  'restore-many': 'did.restore-many',
  message: 'did.message',
  act: 'did.act',
} as const

const isKnown = (did: string): did is keyof typeof KNOWN => Object.hasOwn(KNOWN, did)

export interface UndoWords {
  readonly title: string
  readonly person: string
  /** Who did it; empty: the one who reads. */
  readonly who: string
  /** The kind's own word for an action of its; undefined: it has none. */
  readonly deed: string | undefined
}

/** What undo would take back, or redo do again, in a few words: `+1 min (Samir)`. */
export function undoLabel(t: Say, line: UndoLine, { title, person: name, who, deed }: UndoWords): string {
  const what = () => {
    if (line.did === 'adjust' && line.ms !== null) return showChange(line.ms)
    if (line.did === 'door') return t(line.detail === 'locked' ? 'did.lock' : 'did.unlock')
    if (line.did === 'approval') return t(line.detail === 'on' ? 'did.approval-on' : 'did.approval-off')
    if (line.did === 'act' && deed !== undefined) return deed
    return t(isKnown(line.did) ? KNOWN[line.did] : 'did.other', { title, name })
  }
  return who ? t('undoBy', { what: what(), who }) : what()
}

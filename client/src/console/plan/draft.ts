import type { Refusal } from '@escale/shared'

/**
 * A field that several people may edit and that nobody's keystroke may lose: what one types is a draft over the
 * server's value, which never overwrites it while it is being written.
 */
export interface Draft<T> {
  /** What the field shows. */
  readonly value: T
  /** The server's value, as of `seq`. */
  readonly base: T
  readonly seq: number
  readonly isFocused: boolean
  /** Written and not yet sent. */
  readonly isDirty: boolean
  /** Sent and not yet answered. */
  readonly waiting: number
  /** What was sent lately, to tell one's own echo from somebody else's edit. */
  readonly mine: readonly T[]
  /** Somebody else's value that came while this one was being written. */
  readonly theirs: { readonly value: T } | null
  readonly refusal: Refusal | null
}

export type DraftEvent<T> =
  | { readonly type: 'focus' | 'blur' | 'sent' | 'take-theirs' | 'keep-mine' }
  | { readonly type: 'write'; readonly value: T }
  | { readonly type: 'arrived'; readonly value: T; readonly seq: number }
  | { readonly type: 'saved'; readonly value: T; readonly seq: number }
  | { readonly type: 'refused'; readonly refusal: Refusal }

/** How many of one's own values are remembered; more than can be under way at once. */
const MINE_KEPT = 12

export const draftOf = <T>(value: T, seq: number): Draft<T> => ({
  value,
  base: value,
  seq,
  isFocused: false,
  isDirty: false,
  waiting: 0,
  mine: [],
  theirs: null,
  refusal: null,
})

/** Nothing of one's own is at stake: the field may follow the server. */
const isIdle = <T>(d: Draft<T>): boolean =>
  !d.isFocused && !d.isDirty && d.waiting === 0 && d.refusal === null

const follow = <T>(d: Draft<T>): Draft<T> => (isIdle(d) ? { ...d, value: d.base, theirs: null } : d)

export const same = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) ||
  (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))

/** What the server has, or will have once all that was sent is answered. */
const underway = <T>(d: Draft<T>): T => (d.waiting > 0 ? (d.mine.at(-1) ?? d.base) : d.base)

export function reduceDraft<T>(draft: Draft<T>, event: DraftEvent<T>): Draft<T> {
  switch (event.type) {
    case 'focus':
      return draft.isFocused ? draft : { ...draft, isFocused: true }
    case 'blur':
      return follow({ ...draft, isFocused: false })
    case 'write':
      return { ...draft, value: event.value, isDirty: !same(event.value, underway(draft)), refusal: null }
    case 'sent':
      return {
        ...draft,
        isDirty: false,
        waiting: draft.waiting + 1,
        mine: [...draft.mine, draft.value].slice(-MINE_KEPT),
      }
    case 'arrived': {
      if (event.seq < draft.seq) return draft
      const next = { ...draft, base: event.value, seq: event.seq }
      if (same(event.value, draft.base))
        return isIdle(draft) && same(draft.value, draft.base) ? draft : follow(next)
      const isOurs = draft.mine.some((m) => same(m, event.value)) || same(event.value, draft.value)
      const theirs = isOurs ? null : { value: event.value }
      return follow({ ...next, theirs })
    }
    case 'saved': {
      const answered = { ...draft, waiting: Math.max(0, draft.waiting - 1) }
      return follow(
        event.seq < draft.seq ? answered : { ...answered, base: event.value, seq: event.seq, theirs: null },
      )
    }
    case 'refused':
      return { ...draft, waiting: Math.max(0, draft.waiting - 1), refusal: event.refusal }
    case 'take-theirs':
      return draft.theirs === null
        ? draft
        : { ...draft, value: draft.theirs.value, isDirty: false, theirs: null, refusal: null }
    case 'keep-mine':
      return { ...draft, theirs: null, isDirty: !same(draft.value, draft.base) }
  }
}

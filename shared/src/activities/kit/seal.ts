import type * as Y from 'yjs'
import type { Phase } from '../../clock/phases.ts'
import type { HarvestBlock } from '../../harvest/blocks.ts'
import type { PersonId } from '../../ids.ts'
import { accept, type Outcome, refuse } from '../../outcome.ts'
import type { Identities, Viewer } from '../../people/person.ts'
import type {
  Access,
  ActionMoment,
  ActivityKind,
  AudienceKey,
  Change,
  CompanyRules,
  DocumentPresence,
  EditMoment,
  Erased,
  HarvestSource,
  Moment,
  Placement,
  Setting,
  SwapPicture,
} from './kind.ts'
import type { DocumentShape } from './shape.ts'
import { withoutAnyWords } from './without-words.ts'

/**
 * A kind whose types stay inside: takes `unknown`, checks it with the kind's own schemas. The engine, the store and the
 * contract suite see only these. Methods that take a definition or a state expect one that `definition()` accepted or
 * that the kind itself made; they throw on anything else (a programming error, not bad input).
 */
export interface SealedKind {
  readonly id: string
  readonly version: number
  readonly defaults: { readonly definition: unknown; readonly durationMs: number }
  readonly definition: (raw: unknown) => Outcome<unknown>
  readonly swapPictures: (definition: unknown, swap: SwapPicture) => unknown
  /** Checks a stored state; refuses one that this version cannot read. */
  readonly state: (raw: unknown) => Outcome<unknown>
  readonly initial: (setting: Setting<unknown>) => unknown
  readonly phases: (state: unknown, setting: Setting<unknown>) => readonly Phase[]
  readonly prepare: (
    state: unknown,
    action: unknown,
    moment: ActionMoment<unknown>,
    identities: Identities,
  ) => Outcome<unknown>
  readonly reduce: (
    state: unknown,
    action: unknown,
    moment: ActionMoment<unknown>,
  ) => Outcome<Change<unknown, unknown>>
  /** False: the roster is nothing to this kind, and the engine need not ask it. */
  readonly followsPeople: boolean
  readonly peopleChanged: (state: unknown, moment: Moment<unknown>) => unknown
  readonly rooms: (state: unknown, moment: Moment<unknown>) => ReadonlyMap<PersonId, Placement>
  readonly access: (state: unknown, name: string, viewer: Viewer, moment: Moment<unknown>) => Access
  /** null: people write nothing into it themselves. */
  readonly shape: (name: string) => DocumentShape | null
  /** Refused: `invalid`, or `not-allowed` where nobody may ask for anything. */
  readonly edit: (state: unknown, edit: unknown, moment: EditMoment<unknown>) => Outcome<SealedEdit>
  readonly takesPictures: (state: unknown, moment: ActionMoment<unknown>) => boolean
  readonly presence: (state: unknown, name: string, moment: Moment<unknown>) => DocumentPresence
  /** Undefined: people at this activity tell each other nothing in passing. */
  readonly company: (state: unknown, moment: Moment<unknown>) => CompanyRules | undefined
  readonly audience: (state: unknown, viewer: Viewer) => AudienceKey
  readonly view: (
    state: unknown,
    audience: AudienceKey,
    moment: Moment<unknown>,
  ) => { readonly view: unknown; readonly mentions: readonly PersonId[] }
  /** False: nobody ever has anything of their own here, and the engine need not ask. */
  readonly keepsOwn: boolean
  readonly own: (state: unknown, moment: Moment<unknown>) => ReadonlyMap<PersonId, unknown>
  readonly isOwn: (action: unknown) => boolean
  /** What the kind does not understand stays as it is: it changed nothing either. */
  readonly withoutWords: (action: unknown, instead: string) => unknown
  /** False: what is in the log stays there. */
  readonly forgetsWords: boolean
  readonly isHeld: (state: unknown, action: unknown, author: PersonId) => boolean
  /** False: no document but people's own has anything of anybody. */
  readonly erases: boolean
  readonly erase: (document: Y.Doc, name: string, erased: Erased) => readonly string[]
  readonly harvest: (source: HarvestSource<unknown, unknown>) => readonly HarvestBlock[]
}

/** An edit that has been understood: what it needs, and how it is done. */
export interface SealedEdit {
  /** Pictures that its session must have. */
  readonly pictures: readonly string[]
  /** It makes room. */
  readonly frees: boolean
  /** It was being written when its place closed. */
  readonly finishes: boolean
  readonly names: readonly string[]
  readonly apply: (document: (name: string) => Y.Doc) => Outcome<null>
}

const NO_ROOMS: ReadonlyMap<PersonId, Placement> = new Map()
const NOTHING: ReadonlyMap<PersonId, unknown> = new Map()

export function seal<D, S, A, V, O, E>(kind: ActivityKind<D, S, A, V, O, E>): SealedKind {
  // Sound because definitions and states only ever come from this kind's own schema or functions (see SealedKind).
  const typed = <M extends Setting<unknown>>(moment: M) => moment as M & Setting<D>
  return {
    id: kind.id,
    version: kind.version,
    defaults: kind.defaults,
    definition: (raw) => {
      const parsed = kind.definition.safeParse(raw)
      return parsed.success ? accept(parsed.data) : refuse('invalid')
    },
    swapPictures: (definition, swap) => kind.swapPictures?.(definition as D, swap) ?? definition,
    state: (raw) => {
      const parsed = kind.state.safeParse(raw)
      return parsed.success ? accept(parsed.data) : refuse('invalid')
    },
    initial: (setting) => kind.initial(typed(setting)),
    phases: (state, setting) => kind.phases(state as S, typed(setting)),
    prepare: (state, raw, moment, identities) => {
      const action = kind.action.safeParse(raw)
      if (!action.success) return refuse('invalid')
      return accept(
        kind.prepare ? kind.prepare(state as S, action.data, typed(moment), identities) : action.data,
      )
    },
    reduce: (state, raw, moment) => {
      const action = kind.action.safeParse(raw)
      return action.success ? kind.reduce(state as S, action.data, typed(moment)) : refuse('invalid')
    },
    followsPeople: kind.peopleChanged !== undefined,
    peopleChanged: (state, moment) =>
      kind.peopleChanged ? kind.peopleChanged(state as S, typed(moment)) : state,
    rooms: (state, moment) => kind.rooms?.(state as S, typed(moment)) ?? NO_ROOMS,
    access: (state, name, viewer, moment) => kind.access?.(state as S, name, viewer, typed(moment)) ?? 'none',
    shape: (name) => kind.shape?.(name) ?? null,
    edit: (state, raw, moment) => {
      const { edits } = kind
      if (edits === undefined) return refuse('not-allowed')
      const parsed = edits.edit.safeParse(raw)
      if (!parsed.success) return refuse('invalid')
      const now = typed(moment)
      return accept({
        pictures: edits.pictures?.(parsed.data) ?? [],
        frees: edits.frees?.(parsed.data) ?? false,
        finishes: edits.finishes?.(parsed.data) ?? false,
        names: edits.names(state as S, parsed.data, now),
        apply: (document) => edits.apply(state as S, parsed.data, now, document),
      })
    },
    takesPictures: (state, moment) => kind.edits?.takesPictures?.(state as S, typed(moment)) ?? false,
    presence: (state, name, moment) => kind.presence?.(state as S, name, typed(moment)) ?? 'unnamed',
    company: (state, moment) => kind.company?.(state as S, typed(moment)),
    audience: (state, viewer) => kind.audience(state as S, viewer),
    view: (state, audience, moment) => {
      const view = kind.view(state as S, audience, typed(moment))
      return { view, mentions: kind.mentions?.(view) ?? [] }
    },
    keepsOwn: kind.own !== undefined,
    own: (state, moment) => kind.own?.(state as S, typed(moment)) ?? NOTHING,
    isOwn: (raw) => {
      const action = kind.action.safeParse(raw)
      return action.success && kind.isOwn?.(action.data) === true
    },
    withoutWords: (raw, instead) => {
      const action = kind.action.safeParse(raw)
      if (!action.success) return raw
      return kind.withoutWords
        ? kind.withoutWords(action.data, instead)
        : withoutAnyWords(kind.action, action.data, instead)
    },
    forgetsWords: kind.isHeld !== undefined,
    isHeld: (state, raw, author) => {
      const action = kind.action.safeParse(raw)
      return !action.success || kind.isHeld?.(state as S, action.data, author) !== false
    },
    erases: kind.erase !== undefined,
    erase: (document, name, erased) => kind.erase?.(document, name, erased) ?? [],
    harvest: (source) => kind.harvest(source as HarvestSource<D, S>),
  }
}

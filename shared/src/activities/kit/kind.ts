/**
 * The contract of an activity kind (docs/spec/kinds.md). One object holds all the meaning of a kind: the wire, the
 * store, the shells and the exports handle sealed kinds and never name one.
 *
 * All times that a kind sees are milliseconds of *activity time* (since the start, pauses taken out), so a pause
 * stops whatever the kind times, and a kind never sees a clock.
 */
import type * as Y from 'yjs'
import type * as z from 'zod/mini'
import type { Location, Phase } from '../../clock/phases.ts'
import type { HarvestBlock } from '../../harvest/blocks.ts'
import type { PersonId } from '../../ids.ts'
import type { Outcome } from '../../outcome.ts'
import type { Identities, Person, Viewer } from '../../people/person.ts'
import type { RoomKey } from '../../room-key.ts'
import type { DocumentShape } from './shape.ts'

/** People who may see the same thing share a key; the engine projects once for each. */
export type AudienceKey = string

export type Access = 'none' | 'read' | 'write'

/** Where a person is now, and until which activity time (ms; null: until somebody decides). Then: plenary. */
export interface Placement {
  readonly room: RoomKey
  readonly until: number | null
}

/** What is fixed for one activity of one session. */
export interface Setting<D> {
  readonly definition: D
  /** The activity's planned length, ms. */
  readonly durationMs: number
  /** Source of chance, fixed when the activity first starts. */
  readonly seed: string
  /** Everybody who has joined and was not removed, in order of arrival, facilitators included. */
  readonly people: readonly Person[]
}

/** A setting at a moment. */
export interface Moment<D> extends Setting<D> {
  /** Activity time, ms. */
  readonly elapsed: number
  readonly location: Location
}

export interface ActionMoment<D> extends Moment<D> {
  readonly actor: Viewer
}

/** When somebody asks to have something written. */
export interface EditMoment<D> extends ActionMoment<D> {
  /** Server time, ms. */
  readonly at: number
  /** For how long the activity's time has stood still (paused, left, or over with the session), ms of server time; 0: it runs. */
  readonly stillMs: number
  /** One-way: two secrets with the same seal are the same secret, and a seal tells nothing of it. Hex. */
  readonly sealOf: (secret: string) => string
  /** What the server remembers of this activity while it runs, and stores nowhere. */
  readonly memory: Map<string, number>
}

/**
 * What people who may not write a document themselves ask to have written in it (command `write`). The server does it, under
 * a Yjs client id of its own; nothing of it is logged.
 */
export interface DocumentEdits<D, S, E> {
  readonly edit: z.ZodMiniType<E>
  /** The pictures that this edit puts somewhere. The server refuses (`stale`) what names a picture that its session does not have. */
  readonly pictures?: (edit: E) => readonly string[]
  /** May `actor`, who does not drive, send a picture now, to be named in an edit? Default: no. */
  readonly takesPictures?: (state: S, moment: ActionMoment<D>) => boolean
  /** Does this edit make room? Then it is taken on a full document, too. Default: no. */
  readonly frees?: (edit: E) => boolean
  /** Was this being written when its place closed? Then it is taken shortly after the session's end, too [P23]. Default: no. */
  readonly finishes?: (edit: E) => boolean
  /** The documents that this edit may read or change. */
  readonly names: (state: S, edit: E, moment: EditMoment<D>) => readonly string[]
  /** Does it. The same edit twice is as once. Refusing leaves every document as it was. Must check that `actor` may. */
  readonly apply: (
    state: S,
    edit: E,
    moment: EditMoment<D>,
    document: (name: string) => Y.Doc,
  ) => Outcome<null>
}

/** Somebody who is erased, as documents may know them. */
export interface Erased {
  readonly person: PersonId
  /** What becomes of what they signed before others: it stays, without their name, or goes. */
  readonly signed: 'unsigned' | 'removed'
  /** Every seed that the activity has had (`Setting`). */
  readonly seeds: readonly string[]
  /** As in `EditMoment`. */
  readonly sealOf: (secret: string) => string
}

/** `none`: nothing, not even that somebody is there, which could be linked to what appears in the document. */
export type DocumentPresence = 'named' | 'unnamed' | 'none'

/** What people at an activity are told of each other in passing. */
export interface CompanyRules {
  /** Is it told by name who writes, and whose a cursor is? Else numbers only. */
  readonly named: boolean
  /** Are cursors shown, as long as there are few people? */
  readonly cursors: boolean
}

/** The new state; `inverse`, when given, is the action that undoes this one (facilitators' undo). */
export interface Change<S, A> {
  readonly state: S
  readonly inverse?: A
}

/** What a harvest is made of, as it is at this moment. */
export interface HarvestSource<D, S> extends Moment<D> {
  readonly state: S
  /** Of the session: what a kind itself calls things, in the harvest, is in this language. */
  readonly language: 'fr' | 'en'
  /** The names of the activity's documents that exist. */
  readonly documentNames: readonly string[]
  /** A document's content, or undefined when nobody wrote in it. */
  readonly document: (name: string) => Y.Doc | undefined
  /**
   * Is what is stored of a document damaged, so that it has no content? Asked after `document`, by a kind that says so in its
   * place; of what no kind asks, the harvest says so itself. Absent: nothing is.
   */
  readonly isUnreadable?: (name: string) => boolean
}

export interface ActivityKind<D, S, A, V, O = unknown, E = unknown> {
  /** Equals the folder's name. */
  readonly id: string
  /** Raised when `state` or `reduce` changes meaning. */
  readonly version: number
  readonly definition: z.ZodMiniType<D>
  readonly state: z.ZodMiniType<S>
  readonly action: z.ZodMiniType<A>
  /** What a new activity of this kind starts with in the editor. */
  readonly defaults: { readonly definition: D; readonly durationMs: number }
  /**
   * Puts every picture of a definition through `swap`, which answers the picture to show in its place, or null for none.
   * A kind whose definitions hold the ids of pictures must have it: it is how a workshop file carries them along.
   */
  readonly swapPictures?: (definition: D, swap: SwapPicture) => D

  readonly initial: (setting: Setting<D>) => S
  /** At least one phase; only the last may be open-ended. Must not depend on the moment. */
  readonly phases: (state: S, setting: Setting<D>) => readonly Phase[]
  /**
   * Turns an action into one that carries only ids: the only place where names and labels may be used (an alphabetical
   * order, a mix of organisations). What it returns is logged and reduced, so replay needs no names.
   */
  readonly prepare?: (state: S, action: A, moment: ActionMoment<D>, identities: Identities) => A
  /** Pure; never throws. Must check that `actor` may do this: any member of the session can send any action. */
  readonly reduce: (state: S, action: A, moment: ActionMoment<D>) => Outcome<Change<S, A>>
  /** The roster changed (joined, removed, away, back): returns the state that follows; the same object if none does. */
  readonly peopleChanged?: (state: S, moment: Moment<D>) => S
  /** Who is in which room at this moment; who is not named is in plenary. */
  readonly rooms?: (state: S, moment: Moment<D>) => ReadonlyMap<PersonId, Placement>
  /** The right of `viewer` on document `name` at this moment. Default: none. */
  readonly access?: (state: S, name: string, viewer: Viewer, moment: Moment<D>) => Access
  /** What people may write into document `name` themselves. Default and null: nothing, whatever their right. */
  readonly shape?: (name: string) => DocumentShape | null
  /** Default: people write in documents themselves, or not at all. */
  readonly edits?: DocumentEdits<D, S, E>
  /** What the readers of document `name` are told of who is at it now. Default: that somebody is, without a name. */
  readonly presence?: (state: S, name: string, moment: Moment<D>) => DocumentPresence
  /** What people at this activity are told of each other in passing (`protocol/signals.ts`). Default: nothing. */
  readonly company?: (state: S, moment: Moment<D>) => CompanyRules
  readonly audience: (state: S, viewer: Viewer) => AudienceKey
  /** What an audience sees. Secrets are cut here, on the server. Must be JSON. */
  readonly view: (state: S, audience: AudienceKey, moment: Moment<D>) => V
  /** The people a view names; the engine sends their names along. */
  readonly mentions?: (view: V) => readonly PersonId[]
  /**
   * What each person has here of her own and finds again once the session has moved on (« Mes textes »); nobody else is
   * told. Who is not named has nothing. Must be JSON.
   */
  readonly own?: (state: S, moment: Moment<D>) => ReadonlyMap<PersonId, O>
  /**
   * Does this action concern nothing but what its sender has of her own? Then it is taken after the session's end, too.
   * Default: no.
   */
  readonly isOwn?: (action: A) => boolean
  /**
   * An accepted action without the words of whoever did it, for a log from which they are erased. It must be accepted
   * wherever `action` was, and lead to the same state but for the words [K26]. `instead` may stand where a text must.
   * Default: every string goes that the action's schema would let be another (`without-words.ts`), which is right where
   * strings are ids, choices from a list, or words.
   */
  readonly withoutWords?: (action: A, instead: string) => A
  /**
   * Are the words of this earlier action of `author` still to be seen by anybody? Once they are not, the log forgets them
   * [K27]. Default: yes, as long as there is a log.
   */
  readonly isHeld?: (state: S, action: A, author: PersonId) => boolean
  /**
   * Takes somebody who is erased out of document `name`. Documents whose names hold a person's id are that person's alone
   * and are forgotten anyway. Answers the pictures of what it removed. Default: there is nothing of anybody in documents that
   * are not theirs alone.
   */
  readonly erase?: (document: Y.Doc, name: string, erased: Erased) => readonly string[]
  readonly harvest: (source: HarvestSource<D, S>) => readonly HarvestBlock[]
}

/** From the id of a picture to the id of another, or to none. */
export type SwapPicture = (picture: string) => string | null

/** Gives a kind its types without widening them. */
export const defineKind = <D, S, A, V, O = unknown, E = unknown>(
  kind: ActivityKind<D, S, A, V, O, E>,
): ActivityKind<D, S, A, V, O, E> => kind

/** Bounds of the sync server; those that a client must know too are in shared/src/limits.ts. */

/** All that a client wrote without us comes in one message; it may be larger than a live one. */
export const CATCH_UP_MAX_BYTES = 1024 * 1024
/** A reader with more than this waiting is cut; it reconnects and gets one merged catch-up. */
export const BACKLOG_MAX_BYTES = 512 * 1024
/** With more than this waiting a reader gets no presence any more. */
export const PRESENCE_BACKLOG_MAX_BYTES = 64 * 1024
/** Out-of-order pieces that a document may hold while it waits for what they build on. */
export const PENDING_MAX_BYTES = 64 * 1024
export const PRESENCE_STATE_MAX_CHARS = 512
export const PRESENCE_WINDOW_MS = 50
export const MESSAGES_PER_SECOND = 60
export const MESSAGES_BURST = 300
export const BYTES_PER_SECOND = 256 * 1024
export const BYTES_BURST = 2 * CATCH_UP_MAX_BYTES
/** With the event loop less busy than this (share of its time) an update is relayed at once. */
export const GATHER_FROM_LOAD = 0.5
/** From this share on updates gather for as long as they may. */
export const GATHER_MOST_FROM_LOAD = 0.9
/** Longest that updates gather, ms. */
export const REST_MAX_MS = 60
/** With so many updates in one relay it is a storm, in which they gather for a while however free the loop is, ms. */
export const STORM_UPDATES = 12
export const STORM_REST_MS = 24
/** What goes to one reader at the same moment is copied into one piece up to this. */
export const JOINED_MAX_BYTES = 32 * 1024
/** What is larger goes to one newcomer after the other, and to all of them together no faster than this. */
export const HEAVY_BYTES = 128 * 1024
export const HEAVY_BYTES_PER_MS = 160 * 1024
/** A provider that hears nothing for 30 s takes the connection for dead. */
export const HEARTBEAT_MS = 12_000
export const IDLE_UNLOAD_MS = 30_000
/**
 * What was relayed since a snapshot may grow to its size, or to this, before a new one is worth making: all merges of a
 * document together cost no more than a few of its last. It waits until nobody has written for COMPACT_CALM_MS.
 */
export const COMPACT_MIN_BYTES = 128 * 1024
export const COMPACT_CALM_MS = 2_000
/** With more than this since the last snapshot (or than the snapshot itself) it waits no longer. */
export const JOIN_TAIL_MAX_BYTES = 512 * 1024
/** Nor may what was relayed be in more pieces than this: each costs a newcomer's phone a moment. */
export const JOIN_TAIL_MAX_UPDATES = 1_000
/** The log is shortened after so many updates even when none of them was news: who comes back may say again what all know. */
export const LOG_MAX_UPDATES = 10_000
/** A compaction that failed is not tried again before this. */
export const COMPACT_AGAIN_MS = 30_000
/** A snapshot of less than this blocks the loop for 40 ms at most. A larger one is made in a thread, at twenty times the work. */
export const SNAPSHOT_HERE_MAX_BYTES = 1536 * 1024
/** How many document connections there may be. */
export const CONNECTIONS = {
  /** Over all tabs and devices of one person. */
  perPerson: 60,
  /** Of all screens of a session together: they are nobody. */
  ofScreens: 200,
  /** Beyond, nobody has a second one. */
  perSession: 4_000,
  /** In the process. Beyond, only those who drive are let in. */
  max: 5_000,
} as const
export type ConnectionLimits = Readonly<Record<keyof typeof CONNECTIONS, number>>
export const UPGRADES_AT_ONCE = 2_000

/** A Yjs client's numbers are below this: nobody types so much, and all beyond loses digits sooner or later. */
export const CLOCK_MAX = 2 ** 32
/** Structs and deleted ranges in one update. A text that was typed for an hour without network has 4 100 and 1 400. */
export const UPDATE_MAX_PIECES = 40_000
/** Each page that is loaded writes under a new Yjs client id, if it writes at all: in one update, and of one person in one document. */
export const CLIENTS_PER_UPDATE = 100
export const CLIENTS_PER_PERSON = 200
export const KEY_MAX_CHARS = 128
export const VALUE_MAX_DEPTH = 4
/** A document may have this many pieces, however little was written in it. */
export const PIECES_FREE = 10_000
/** What takes no more steps than this is applied beside the sockets, in some 10 ms at worst; all else is tried in a thread first. */
export const STEPS_HERE = 5_000
/** What comes in more pieces than this is not even looked at beside the sockets. */
export const PIECES_HERE = 2_000
/** How long a thread may try to apply one update. */
export const TRIAL_MAX_MS = 3_000
/** What took it longer than this, ms of a processor, is refused: it would hold up everybody as long again. */
export const TRIED_MAX_MS = 50
/** How long a thread may try to open what is stored, and how much of a processor is right for a document of so many bytes. */
export const OPEN_MAX_MS = 10_000
export const OPEN_FAIR_MS = 150
export const OPEN_FAIR_MS_PER_KB = 2
/** What is no larger and takes no more steps than this is opened without a trial, in some 30 ms at worst. */
export const OPEN_HERE_STEPS = 40_000
export const OPEN_HERE_BYTES = 128 * 1024
/** What could not be opened is not tried again before this. */
export const UNREADABLE_FOR_MS = 60_000
/** Of the main thread, for applying what one person sends; honest writing takes about a thousandth of a second per second. */
export const WORK_MS_PER_SECOND = 20
export const WORK_BURST_MS = 500
/** A snapshot that is made because words were taken away: small ones beside the sockets, in a few ms, others in a thread. */
export const ERASE_HERE_MAX_BYTES = 256 * 1024
/** Words that were taken away are out of the store's log after this; a large document rests so many times as long as it took. */
export const ERASE_WITHIN_MS = 1_000
export const ERASE_REST = 10
/** What newcomers get is made anew after so many times as long as it took, but after this at the latest. */
export const RENEW_JOIN_REST = 25
export const RENEW_JOIN_MAX_MS = 1_000
/** How large a document is, is worked out no more often than this, and only when its log leaves less than this part of its room. */
export const RECOUNT_EVERY_MS = 10_000
export const RECOUNT_UNDER = 1 / 4

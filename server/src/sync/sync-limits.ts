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
export const GATHER_FROM_LOAD = 0.22
/** From this share on updates gather for as long as they may. */
export const GATHER_MOST_FROM_LOAD = 0.5
/** Longest that updates gather, ms. */
export const REST_MAX_MS = 24
/** With so many updates in one relay it is a storm, and updates gather as long as they may. */
export const STORM_UPDATES = 12
/** What is larger goes to one newcomer in each turn of the loop. */
export const HEAVY_BYTES = 128 * 1024
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
/** One person's open documents, over all tabs and devices. */
export const CONNECTIONS_PER_PERSON = 60
/** Of all screens of a session together: they are nobody. */
export const CONNECTIONS_OF_SCREENS = 200
/** Of one session; beyond, nobody has a second one. */
export const CONNECTIONS_PER_SESSION = 4_000
/** In the process. Beyond, only those who drive are let in. */
export const CONNECTIONS_MAX = 5_000
export const UPGRADES_AT_ONCE = 2_000

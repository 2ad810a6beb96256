/**
 * Every bound of the product, with its unit in the name. What is over a bound is refused with a code,
 * never cut in silence.
 */
export const NAME_MAX_CHARS = 60
/** An IANA name of a time zone, characters. */
export const TIME_ZONE_MAX_CHARS = 60
export const LABEL_MAX_CHARS = 80
export const TITLE_MAX_CHARS = 200
export const INSTRUCTIONS_MAX_CHARS = 8_000
export const PRIVATE_NOTE_MAX_CHARS = 8_000
export const MESSAGE_MAX_CHARS = 500
export const URL_MAX_CHARS = 2_000
export const NOTE_MAX_CHARS = 500
export const STORY_MAX_CHARS = 20_000

export const PLAN_MAX_ACTIVITIES = 100
export const DURATION_MIN_MS = 1_000
export const DURATION_MAX_MS = 12 * 60 * 60 * 1_000
export const MESSAGES_KEPT = 50
/** A message is of the moment: it leaves every page by itself after this, ms. */
export const MESSAGE_SHOWN_MS = 120_000
/** The longest that a session may be kept after its last use; how long a server keeps them is its own setting. */
export const KEEP_DAYS_MAX = 3_650
/** A deleted session can be brought back for this long. */
export const DELETED_KEPT_MS = 7 * 24 * 60 * 60 * 1_000
export const UNDO_KEPT = 30
export const SESSION_CAPACITY_DEFAULT = 1_200
export const SESSION_CAPACITY_MAX = 2_000
/** Co-facilitators of a session, those who were removed included. */
export const COFACILITATORS_MAX = 60
/** Links for screens that have not been ended, per session. */
export const SCREEN_LINKS_MAX = 60
/** How long a link to read a récolte may live, days. */
export const READING_LINK_DAYS = [7, 30, 90] as const
/** People whom one command removes, restores or lets in. */
export const PEOPLE_AT_ONCE_MAX = 2_000
/** People whom one session ever knew: those in it, those who wait, those who were removed or never came. */
export const SESSION_PEOPLE_MAX = 5 * SESSION_CAPACITY_MAX
/** Who stays connected for this long keeps their seat, whatever comes. */
export const SETTLES_AFTER_MS = 60_000
/** When a session is full, the seat of somebody who joined this long ago and never came is given to others. */
export const SEAT_KEPT_MS = 120_000

/** What somebody is writing when its place closes (the wall is locked, its time or the session is over) they can finish and send for this long… */
export const FINISH_SENTENCE_MS = 30_000
/** …and the server takes it for so much longer: it has to arrive. */
export const FINISH_ARRIVES_MS = 10_000

/** A command's envelope as JSON, on the socket. The largest legitimate one is a shared story. Over it: `too-large`. */
export const COMMAND_MAX_BYTES = 96 * 1024
/** A gesture of the moment (`COMMAND_WAITS`) that could not be sent for this long is given up. */
export const GESTURE_WAITS_MS = 10_000
/** One message on the socket. Over it the transport itself gives up, and with it the connection. */
export const SOCKET_MESSAGE_MAX_BYTES = 1024 * 1024
/** Documents that come over the session's connection, where there is no WebSocket: so many at once… */
export const LINES_MAX = 24
/** …each in parts of this size, bytes before base64, so that others' words come between… */
export const LINE_PART_BYTES = 32 * 1024
/** …and of these so many under way to the server without its answer. */
export const LINE_PARTS_AHEAD = 4
/** A workshop file, its pictures included. */
export const WORKSHOP_FILE_MAX_BYTES = 32 * 1024 * 1024
/**
 * The workshop itself, as JSON in UTF-8: twenty times a long day. Whoever drives is told the whole of it with each change of
 * the plan.
 */
export const WORKSHOP_MAX_BYTES = 512 * 1024
/** Pictures in one workshop file; one more is left out, and said so. */
export const WORKSHOP_FILE_PICTURES_MAX = 40
/** A picture as it is uploaded, or as it is in a workshop file. */
export const PICTURE_MAX_BYTES = 10 * 1024 * 1024
/** A picture for a note as it is uploaded by a participant; browsers make it smaller before they send it. */
export const NOTE_PICTURE_MAX_BYTES = 5 * 1024 * 1024
/** The longer side of a picture on a note, px. */
export const NOTE_PICTURE_SIDE_PX = 1_600
/** All pictures that one session keeps, as they are kept. */
export const SESSION_PICTURES_MAX_BYTES = 300 * 1024 * 1024
export const SESSION_PICTURES_MAX = 2_000
/** A picture to which nothing in its session refers is kept this long: a note may wait for a network that long, too. */
export const PICTURE_UNUSED_KEPT_MS = 48 * 60 * 60 * 1_000
export const DOCUMENT_FRAME_MAX_BYTES = 64 * 1024
/** The largest document, a wall. What a kind's own documents may hold, it says itself (`shape`). */
export const DOCUMENT_MAX_BYTES = 8 * 1024 * 1024
export const DOCUMENT_MAX_PIECES = 400_000
/** A text of one's own, and one that a group writes together (docs/adr/0015 has the measurements). */
export const OWN_TEXT_MAX_BYTES = 512 * 1024
export const OWN_TEXT_MAX_PIECES = 40_000
export const SHARED_TEXT_MAX_BYTES = 1024 * 1024
/** What one of the group may bring to its page: who writes for all without a pause brings 20 kB of letters an hour, and as much again for what is corrected. */
export const SHARED_TEXT_MAX_BYTES_PER_PERSON = 256 * 1024
export const SHARED_TEXT_MAX_PIECES = 60_000

/** How long before its instant a secret (the next word of a rally) may leave the server. */
export const REVEAL_LEAD_MS = 2_000
/** Presence, rosters and tallies are told at most this often. */
export const COALESCE_MS = 250
/** A person whose last socket closed counts as away after this. */
export const AWAY_AFTER_MS = 15_000

/** What is told in passing (`protocol/signals.ts`), each at most this often to each connection. */
export const ATTENDANCE_EVERY_MS = 1_000
export const LOOK_EVERY_MS = 200
export const CURSORS_EVERY_MS = 100
export const APPLAUSE_EVERY_MS = 500
/** Somebody who has not said so again for this long does not write any more; and how often it is said. */
export const WRITING_LASTS_MS = 5_000
export const WRITING_SAID_EVERY_MS = 2_500
/** A cursor that rests for this long is not shown any more. */
export const CURSOR_RESTS_MS = 8_000
/** With this many people and more, cursors are a swarm. */
export const CURSORS_UNDER_PEOPLE = 12
/** Reactions that one person may give in a burst, and how fast the burst grows again. */
export const REACTIONS_BURST = 8
export const REACTIONS_PER_SECOND = 2

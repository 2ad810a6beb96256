/** An entry for a calendar, as a file (RFC 5545). */

export interface CalendarEntry {
  /** The same for the same thing: a file opened twice changes the entry and makes no second one. */
  readonly uid: string
  readonly title: string
  readonly description: string
  readonly url: string
  /** Ms since the epoch. */
  readonly startsAt: number
  readonly durationMs: number
  /** IANA name of the place where it happens. Instants are told in UTC, which needs no tables of zones. */
  readonly timeZone: string
  /** When the file is made, ms since the epoch. */
  readonly madeAt: number
}

const LINE_MAX_BYTES = 75
const encoder = new TextEncoder()

/** `20270424T120000Z` */
const utc = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]/g, '').replace(/\.\d+/, '')

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n')

/** A line is at most 75 bytes long; what follows begins with a blank. No character is cut. */
function folded(line: string): string {
  let out = ''
  let bytes = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (bytes + size > LINE_MAX_BYTES) {
      out += '\r\n '
      bytes = 1
    }
    out += character
    bytes += size
  }
  return out
}

/** The text of an `.ics` file. */
export const calendarFile = ({
  uid,
  title,
  description,
  url,
  startsAt,
  durationMs,
  timeZone,
  madeAt,
}: CalendarEntry): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Escale//Escale//FR',
    `X-WR-TIMEZONE:${timeZone}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(startsAt + durationMs)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')

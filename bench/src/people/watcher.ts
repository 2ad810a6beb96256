import { SYNC_PATH } from '@escale/shared'
import { Line } from '../crowd/line.ts'
import type { Place } from './messages.ts'
import { Page } from './page.ts'

/** The rhythm of the client's clock (client/src/connection/session-clock.ts). */
const CLOCK_EVERY_MS = 60_000

function openDocument(
  { cookie }: Page,
  { baseUrl, session }: Place,
  [activity, name]: readonly [string, string],
): Promise<void> {
  const line = new Line({
    seat: {
      port: Number(new URL(baseUrl).port),
      path: `${SYNC_PATH}/participant/${session}/${activity}/${name}`,
      headers: { cookie, origin: baseUrl },
      document: name,
      person: '',
    },
    dialect: 'y-websocket',
    writer: null,
    observes: false,
    keeps: false,
  })
  return line.open()
}

/** A participant's page that is only looked at. `share` of a minute passes before its clock is set again. */
export async function startWatching(
  place: Place,
  number: number,
  share: number,
  document: readonly [string, string] | null,
): Promise<void> {
  const page = await Page.open(place, number)
  if (document !== null) await openDocument(page, place, document)
  setTimeout(() => {
    void page.setClock()
    setInterval(() => void page.setClock(), CLOCK_EVERY_MS)
  }, share * CLOCK_EVERY_MS)
}

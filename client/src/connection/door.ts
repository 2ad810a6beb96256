import type { Door } from '@escale/shared'
import { type ApiOutcome, getJson, postJson } from './api.ts'

/** Asks what a stranger may know of a session and who this browser already is there. Old cookies are exchanged meanwhile. */
export async function askDoor(session: string): Promise<ApiOutcome<Door>> {
  const door = await getJson<Door>(`/sessions/${session}/door`)
  // They say the same: without an answer they go on working, and are exchanged the next time.
  if (door.ok && door.value.hasOldCookies) await postJson('/device')
  return door
}

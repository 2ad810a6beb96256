import type { Door } from '@escale/shared'

/** What the server says at an open door, to somebody whom it does not know; `part`: what is otherwise. */
export const aDoor = (part: Partial<Door> = {}): Door => ({
  session: 's1',
  title: 'Visio',
  language: 'fr',
  status: 'running',
  locked: false,
  full: false,
  kind: null,
  identity: ['named'],
  askOrganisation: false,
  askTerritory: false,
  readable: false,
  goneAt: 0,
  hasOldCookies: false,
  known: NOBODY,
  ...part,
})

/** As whom a browser is known that has never been there. */
export const NOBODY: Door['known'] = {
  participant: false,
  facilitator: false,
  screen: false,
  reader: false,
  removed: false,
}

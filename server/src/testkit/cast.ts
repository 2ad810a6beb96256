import { Browser } from '@escale/bots'
import { type As, type Command, exportWorkshop, type Workshop } from '@escale/shared'
import { RawSocket } from './raw-socket.ts'

export const CAST_ROLES = [
  'anonymous',
  'foreign',
  'removed',
  'reader',
  'screen',
  'participant',
  'cofacilitator',
  'facilitator',
] as const
export type CastRole = (typeof CAST_ROLES)[number]

/** A session with one of everybody. `foreign`: a participant of another session. */
export interface Cast {
  readonly session: string
  readonly browsers: Readonly<Record<CastRole, Browser>>
  /** Persons by role; a second participant, on whom commands can be tried, is `spare`. */
  readonly persons: Readonly<Record<'participant' | 'cofacilitator' | 'facilitator' | 'spare', string>>
  /** The secret of a screen link. */
  readonly screenSecret: string
}

const NOBODY = { name: '', organisation: '', territory: '' }

/** With which cookie a role comes. */
export const asFor = (role: CastRole): As =>
  role === 'screen'
    ? 'screen'
    : role === 'facilitator' || role === 'cofacilitator'
      ? 'facilitator'
      : 'participant'

export async function castOf(baseUrl: string, workshop: Workshop): Promise<Cast> {
  const file = exportWorkshop(workshop)
  const open = () => new Browser(baseUrl)
  const browsers = {
    anonymous: open(),
    foreign: open(),
    removed: open(),
    reader: open(),
    screen: open(),
    participant: open(),
    cofacilitator: open(),
    facilitator: open(),
  }
  const { session } = await browsers.facilitator.createSession({ file })
  const other = await open().createSession({ file })
  await browsers.foreign.join(other.session, { name: 'Ailleurs' })
  const participant = await browsers.participant.join(session, { name: 'Léa' })
  const spare = await open().join(session, { name: 'Noé' })
  const removed = await browsers.removed.join(session, { name: 'Ève' })
  const co = await browsers.facilitator.makeLink(session, {
    role: 'cofacilitator',
    identity: { ...NOBODY, name: 'Co' },
  })
  await browsers.cofacilitator.enter(session, co.secret)
  const screen = await browsers.facilitator.makeLink(session, { role: 'screen' })
  await browsers.screen.enter(session, screen.secret)
  const { secret: reading } = await browsers.facilitator.makeReadingLink(session)
  await browsers.reader.enter(session, reading)
  const console = await RawSocket.open(browsers.facilitator, session, 'facilitator')
  const me = await console.frame()
  const remove: Command = { type: 'remove', person: removed.person }
  await console.command('cast', remove)
  console.close()
  return {
    session,
    browsers,
    persons: {
      participant: participant.person,
      spare: spare.person,
      cofacilitator: co.person ?? '',
      facilitator: me.me?.id ?? '',
    },
    screenSecret: screen.secret,
  }
}

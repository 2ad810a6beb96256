import {
  accept,
  blankWorkshop,
  type Created,
  CreateSession,
  exportWorkshop,
  type ImportedWorkshop,
  importWorkshop,
  isTimeZone,
  type Kinds,
  limits,
  type Outcome,
  type PersonId,
  refuse,
  templates,
  type Workshop,
} from '@escale/shared'
import { type RequestHandler, Router } from 'express'
import { v7 as uuid } from 'uuid'
import { addressGroup } from '../auth/address.ts'
import { mintLink, placeKey } from '../auth/doorkeeper.ts'
import { mintCode, mintSecret, mintSessionId } from '../auth/secrets.ts'
import { hourOf } from '../pictures/picture-shelf.ts'
import { drawnAnew } from '../pictures/workshop-pictures.ts'
import { tidyIdentity } from '../realtime/identity-rules.ts'
import { workshopBytes } from '../realtime/workshop-size.ts'
import { type IdentityChange, type SessionRow, StoreError } from '../store/store.ts'
import type { HttpDeps } from './deps.ts'
import { deviceAt } from './device.ts'
import { goneSignal } from './gone.ts'
import { bodyOf } from './guard.ts'
import { needDisk } from './need-disk.ts'
import { readWorkshopFile } from './read-workshop-file.ts'
import { granted, HttpRefusal } from './refusals.ts'
import { throughToll } from './toll.ts'

/** With 40 bits per code even one collision is unlikely; more mean that something else is wrong. */
const CODE_ATTEMPTS = 5

type Wish = ReturnType<typeof CreateSession.parse>

function workshopFor(kinds: Kinds, { template, file, language }: Wish): Outcome<ImportedWorkshop> {
  if (file !== undefined) return importWorkshop(kinds, file, uuid)
  if (template === undefined) return accept({ workshop: blankWorkshop(language), pictures: [], missing: 0 })
  const found = templates.find((t) => t.id === template)
  // A template is read as a file is: its ids are minted anew and its definitions checked.
  return found ? importWorkshop(kinds, exportWorkshop(found.workshop(language)), uuid) : refuse('invalid')
}

/** As it is made, where its maker is: a file or a template was made elsewhere. */
const placed = (workshop: Workshop, { timeZone }: Wish): Workshop =>
  timeZone !== undefined && isTimeZone(timeZone)
    ? { ...workshop, settings: { ...workshop.settings, timeZone } }
    : workshop

async function store({ store, clock }: HttpDeps, workshop: Workshop): Promise<SessionRow> {
  for (let attempt = 1; ; attempt++) {
    const genesis = { createdAt: clock.now(), seed: mintSecret(), workshop }
    const row: SessionRow = { id: mintSessionId(), code: mintCode(), genesis, endedAt: null }
    try {
      await store.createSession(row)
      return row
    } catch (error) {
      const isTaken = error instanceof StoreError && error.fault === 'taken'
      if (!isTaken || attempt === CODE_ATTEMPTS) throw error
    }
  }
}

/** The name that a creator gave, if one. */
function nameOf(person: PersonId, { name }: Wish): { readonly identity?: IdentityChange } {
  const set = tidyIdentity({ name: name ?? '', organisation: '', territory: '' })
  return set.name === '' ? {} : { identity: { person, set } }
}

/** A request of more is a creation whatever becomes of it: to read it is most of the work. */
const SMALL_BYTES = 64 * 1024

/** Counted before the body is read: nobody makes us read many large ones. What was no session is not counted. */
const countCreation =
  (deps: HttpDeps): RequestHandler =>
  async (request, response, next) => {
    const uncount = await throughToll(deps, request, 'create', [addressGroup(request.ip)])
    const isMeasured = request.get('transfer-encoding') === undefined
    const isSmall = isMeasured && Number(request.get('content-length') ?? 0) <= SMALL_BYTES
    response.once('finish', () => {
      if (isSmall && response.statusCode >= 400) uncount()
    })
    next()
  }

/** POST /api/sessions */
export function sessionRoutes(deps: HttpDeps): Router {
  const router = Router()
  router.post(
    '/api/sessions',
    needDisk(deps),
    countCreation(deps),
    readWorkshopFile,
    async (request, response) => {
      const wish = bodyOf(CreateSession, request)
      const wanted = granted(workshopFor(deps.kinds, wish))
      if (workshopBytes(wanted.workshop) > limits.WORKSHOP_MAX_BYTES) throw new HttpRefusal('too-large')
      // Nobody is in it yet: whoever makes sessions has their turns by address.
      const address = addressGroup(request.ip)
      const turn = { session: `new/${address}`, person: address, first: false }
      const gone = goneSignal(response)
      const { workshop, pictures, missing } = granted(
        await drawnAnew(deps.kinds, (picture) => deps.pictures.draw(turn, { ...picture, gone }), wanted),
      )
      const { id: session, code } = await store(deps, placed(workshop, wish))
      for (const picture of pictures)
        await deps.store.addFile({ session, addedAt: hourOf(deps.clock.now()), ...picture })
      const live = await deps.sessions.open(session)
      if (live === undefined) throw new HttpRefusal('storage')
      const person = uuid()
      const now = deps.clock.now()
      const place = { session, person, role: 'facilitator' } as const
      const device = deviceAt(deps, request, response)
      const link = mintLink(place, now)
      const cookie = placeKey(place, device, now, request.headers['user-agent'])
      granted(
        await live.host.system(
          { type: 'joined', person, role: 'facilitator' },
          { ...nameOf(person, wish), keys: [link.row, cookie] },
        ),
      )
      response.status(201).json({
        session,
        code,
        secret: link.secret,
        ...(missing > 0 ? { picturesMissing: missing } : {}),
      } satisfies Created)
    },
  )
  return router
}

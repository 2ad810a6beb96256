import { createHash, randomBytes, randomInt } from 'node:crypto'
import { AS, CODE_ALPHABET, CODE_LENGTH, type SessionId } from '@escale/shared'

const SECRET_BYTES = 32
const SESSION_ID_BYTES = 16
const KEY_ID_BYTES = 12

/** The places that a browser can hold in a session, those that may most first. Whoever only reads is never live in it. */
export const PLACES = [...AS, 'reader'] as const
export type PlaceName = (typeof PLACES)[number]

/** 256 random bits, base64url. */
export const mintSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url')

/** What is stored of a secret. Looked up by this, so the time of a look-up tells nothing of the secret. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/**
 * What is stored of a browser's place: its secret, bound to one session and one role. A secret shown for another session
 * is another hash. No part can hold the line feed that parts them, and the rows of one browser have nothing in common.
 */
export const hashPlace = (device: string, session: SessionId, as: PlaceName): string =>
  hashSecret(['place', device, session, as].join('\n'))

/** Names a key; opens nothing. */
export const mintKeyId = (): string => randomBytes(KEY_ID_BYTES).toString('base64url')

/** 128 random bits: knowing a session's id is what lets people in by link. */
export const mintSessionId = (): string => randomBytes(SESSION_ID_BYTES).toString('base64url')

export const mintCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length))).join('')

/** A session in the logs: enough to follow one, useless to enter it. */
export const sessionTag = (session: string): string =>
  createHash('sha256').update(session).digest('hex').slice(0, 8)

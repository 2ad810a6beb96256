import { limits } from '@escale/shared'
import express from 'express'
import { HttpRefusal } from './refusals.ts'

/**
 * Values in a body at most. The pictures of a workshop file are long strings; a file of the same length made of small
 * values would unpack to many times its size.
 */
const VALUES_MAX = 50_000
const OPENERS = ['[', '{', ',']

/** Counts what begins a value, in texts too: more than there are, never fewer. */
function refuseTooManyValues(body: Buffer): void {
  let values = 0
  for (const opener of OPENERS)
    for (let at = body.indexOf(opener); at >= 0; at = body.indexOf(opener, at + 1))
      if (++values > VALUES_MAX) throw new HttpRefusal('invalid')
}

/** Reads the body of a request that may carry a workshop file. */
export const readWorkshopFile = express.json({
  limit: limits.WORKSHOP_FILE_MAX_BYTES,
  // As it is on the line: what is packed could unpack to a thousand times its size.
  inflate: false,
  verify: (_request, _response, body) => refuseTooManyValues(body),
})

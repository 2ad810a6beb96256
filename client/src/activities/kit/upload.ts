import { type NewPicture, REFUSALS, type Refusal } from '@escale/shared'
import { at } from '../../app/addresses.ts'

export type UploadOutcome =
  | { readonly ok: true; readonly value: NewPicture }
  | { readonly ok: false; readonly refusal: Refusal | 'unreachable' | 'cancelled' }

export interface Upload {
  readonly done: Promise<UploadOutcome>
  readonly cancel: () => void
}

/** A large picture over a slow line. */
const WITHIN_MS = 10 * 60_000

/**
 * Sends a picture, telling how far it is (0 to 1). XMLHttpRequest, because `fetch` does not tell the progress of what it
 * sends. Never rejects.
 */
export function uploadPicture(
  session: string,
  file: Blob,
  progress: (fraction: number) => void,
  withinMs = WITHIN_MS,
): Upload {
  const request = new XMLHttpRequest()
  request.timeout = withinMs
  const done = new Promise<UploadOutcome>((resolve) => {
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) progress(event.loaded / event.total)
    })
    request.addEventListener('load', () => resolve(answerOf(request)))
    request.addEventListener('error', () => resolve({ ok: false, refusal: 'unreachable' }))
    request.addEventListener('timeout', () => resolve({ ok: false, refusal: 'unreachable' }))
    request.addEventListener('abort', () => resolve({ ok: false, refusal: 'cancelled' }))
  })
  request.open('POST', at(`/api/sessions/${session}/pictures`))
  request.setRequestHeader('content-type', file.type || 'application/octet-stream')
  request.send(file)
  return { done, cancel: () => request.abort() }
}

function answerOf({ status, responseText }: XMLHttpRequest): UploadOutcome {
  let body: unknown
  try {
    body = JSON.parse(responseText)
  } catch {
    body = undefined
  }
  // The server's answers are its own types (shared/src/protocol/http.ts); it is trusted to keep to them.
  if (status >= 200 && status < 300 && body !== undefined) return { ok: true, value: body as NewPicture }
  const given = typeof body === 'object' && body !== null && 'refusal' in body ? body.refusal : undefined
  const refusal = REFUSALS.find((known) => known === given)
  return { ok: false, refusal: refusal ?? (status === 413 ? 'too-large' : 'unreachable') }
}

import type { Receipt } from '@escale/shared'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftField, flushAll, SEND_AFTER_MS } from './draft-field.ts'
import { useSaving } from './saving.ts'

const fieldState = () => useSaving.getState().fields.get('title')

/** A server whose answers come when the test says so. */
function server() {
  const sent: string[] = []
  const answers: ((receipt: Receipt) => void)[] = []
  return {
    sent,
    save: (value: string) =>
      new Promise<Receipt>((resolve) => {
        sent.push(value)
        answers.push(resolve)
      }),
    answer: (receipt: Receipt) => {
      answers.shift()?.(receipt)
      return Promise.resolve()
    },
  }
}

describe('a field that saves itself', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
    useSaving.setState({ fields: new Map() })
  })

  const open = (isFit?: (value: string) => boolean) => {
    const there = server()
    const options = { field: 'title', value: '', seq: 1, save: there.save }
    const field = createDraftField<string>(isFit ? { ...options, isFit } : options)
    field.subscribe(() => {})
    return { there, field }
  }

  it('sends once after a pause in the typing, the last text only', () => {
    const { there, field } = open()
    for (const value of ['a', 'ab', 'abc']) field.dispatch({ type: 'write', value })
    expect(fieldState()).toBe('writing')
    vi.advanceTimersByTime(SEND_AFTER_MS)
    expect(there.sent).toEqual(['abc'])
    expect(fieldState()).toBe('sending')
  })

  it('says saved only when the server has said so', async () => {
    const { there, field } = open()
    field.dispatch({ type: 'write', value: 'a' })
    field.dispatch({ type: 'blur' })
    expect(there.sent).toEqual(['a'])
    expect(fieldState()).toBe('sending')
    await there.answer({ ok: true, value: { seq: 2 } })
    await Promise.resolve()
    expect(fieldState()).toBeUndefined()
  })

  it('keeps a refused text and says so', async () => {
    const { there, field } = open()
    field.dispatch({ type: 'write', value: 'a' })
    field.flush()
    await there.answer({ ok: false, refusal: 'storage' })
    await Promise.resolve()
    expect(field.get()).toMatchObject({ value: 'a', refusal: 'storage' })
    expect(fieldState()).toBe('refused')
  })

  it('does not send what is not fit, and says that it is not saved', () => {
    const { there, field } = open((value) => value.length > 2)
    field.dispatch({ type: 'write', value: 'a' })
    vi.advanceTimersByTime(10 * SEND_AFTER_MS)
    expect(there.sent).toEqual([])
    expect(fieldState()).toBe('refused')
  })

  it('sends what is left when the field or the page goes', () => {
    const first = open()
    first.field.dispatch({ type: 'write', value: 'x' })
    first.field.close()
    expect(first.there.sent).toEqual(['x'])
    const second = open()
    second.field.dispatch({ type: 'write', value: 'y' })
    flushAll()
    expect(second.there.sent).toEqual(['y'])
  })
})

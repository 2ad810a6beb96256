import { type ActivityId, limits } from '@escale/shared'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useSignal } from '../../kit/company.ts'

export interface Writing {
  /** Put around all the fields of a wall: says that I am writing, now and then, and not what. */
  readonly onInput: (event: FormEvent) => void
  /** I am told of as somebody who writes. */
  readonly isWriting: boolean
}

const isText = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')

export function useWriting(activity: ActivityId): Writing {
  const signal = useSignal()
  const saidAt = useRef(Number.NEGATIVE_INFINITY)
  const ending = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isWriting, setWriting] = useState(false)
  useEffect(() => () => clearTimeout(ending.current), [])
  const onInput = useCallback(
    ({ target }: FormEvent) => {
      const now = performance.now()
      if (!isText(target) || now - saidAt.current < limits.WRITING_SAID_EVERY_MS) return
      saidAt.current = now
      signal({ type: 'writing', activity })
      setWriting(true)
      clearTimeout(ending.current)
      ending.current = setTimeout(() => setWriting(false), limits.WRITING_LASTS_MS)
    },
    [activity, signal],
  )
  return { onInput, isWriting }
}

import { useEffect, useState } from 'react'
import { onFirstGesture } from './first-gesture.ts'

/** Has somebody touched this page? Before, no browser lets it sound or vibrate: what does so need not be loaded. */
export function useTouched(): boolean {
  const [isTouched, touch] = useState(false)
  useEffect(() => (isTouched ? undefined : onFirstGesture(() => touch(true))), [isTouched])
  return isTouched
}

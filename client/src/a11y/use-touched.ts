import { useEffect, useState } from 'react'

/** Has somebody touched this page? Before, no browser lets it sound or vibrate: what does so need not be loaded. */
export function useTouched(): boolean {
  const [isTouched, touch] = useState(false)
  useEffect(() => {
    if (isTouched) return
    const touched = () => touch(true)
    const gestures = ['pointerdown', 'keydown'] as const
    for (const gesture of gestures) addEventListener(gesture, touched, { once: true })
    return () => {
      for (const gesture of gestures) removeEventListener(gesture, touched)
    }
  }, [isTouched])
  return isTouched
}

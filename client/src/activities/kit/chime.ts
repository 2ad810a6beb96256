/** A soft sound (chime-sound.ts). Nothing sounds before the person has touched the page. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { onFirstGesture } from '../../a11y/first-gesture.ts'
import { keepSound, wantsSound } from './sound-choice.ts'

// Fetched with the first gesture, before which nothing sounds.
const loadSound = () => import('./chime-sound.ts')

export interface Chime {
  readonly on: boolean
  readonly setOn: (on: boolean) => void
  readonly play: () => void
}

/** The sound of this page and the switch that silences it, remembered on this device. */
export function useChime(): Chime {
  const [on, set] = useState(wantsSound)
  const context = useRef<AudioContext | null>(null)

  useEffect(() => {
    if (!on || typeof AudioContext === 'undefined') return
    // Browsers only let a context sound that was made or woken by a gesture.
    return onFirstGesture(() => {
      context.current ??= new AudioContext()
      void context.current.resume()
      void loadSound().catch(() => undefined)
    })
  }, [on])

  useEffect(
    () => () => {
      void context.current?.close()
      context.current = null
    },
    [],
  )

  return {
    on,
    setOn: useCallback((next: boolean) => {
      keepSound(next)
      set(next)
    }, []),
    play: useCallback(() => {
      const { current } = context
      if (wantsSound() && current?.state === 'running')
        void loadSound().then(
          ({ sound }) => sound(current),
          () => undefined,
        )
    }, []),
  }
}

/** A soft sound, made on the spot: two sines that fade. Nothing sounds before the person has touched the page. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { keepSound, wantsSound } from './sound-choice.ts'

const LOUDNESS = 0.12
const NOTES_HZ = [523.25, 783.99] as const
const FADE_S = 1.6

function sound(context: AudioContext): void {
  for (const [i, hz] of NOTES_HZ.entries()) {
    const start = context.currentTime + i * 0.18
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = hz
    volume.gain.setValueAtTime(0, start)
    volume.gain.linearRampToValueAtTime(LOUDNESS / (i + 1), start + 0.05)
    volume.gain.exponentialRampToValueAtTime(0.0001, start + FADE_S)
    tone.connect(volume).connect(context.destination)
    tone.start(start)
    tone.stop(start + FADE_S)
  }
}

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
    const wake = () => {
      context.current ??= new AudioContext()
      void context.current.resume()
    }
    const gestures = ['pointerdown', 'keydown'] as const
    for (const gesture of gestures) addEventListener(gesture, wake, { once: true })
    return () => {
      for (const gesture of gestures) removeEventListener(gesture, wake)
    }
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
      if (wantsSound() && context.current?.state === 'running') sound(context.current)
    }, []),
  }
}

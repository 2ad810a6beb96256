const GESTURES = ['pointerdown', 'keydown'] as const

/** Calls once somebody touches the page: before, no browser lets it sound or vibrate. Answers how to stop waiting. */
export function onFirstGesture(touched: () => void): () => void {
  for (const gesture of GESTURES) addEventListener(gesture, touched, { once: true })
  return () => {
    for (const gesture of GESTURES) removeEventListener(gesture, touched)
  }
}

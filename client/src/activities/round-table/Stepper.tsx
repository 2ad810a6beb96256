import { useEffect, useId, useState } from 'react'
import css from './Stepper.module.css'

interface StepperProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  /** What the value is called. */
  readonly say: (value: number) => string
  readonly onChange: (value: number) => void
}

/** How long a slider rests before its value is taken, ms: dragging is one change, not forty. */
const REST_MS = 350

/** A slider whose value is always written in words. */
export function Stepper({ label, value, min, max, step = 1, say, onChange }: StepperProps) {
  const id = useId()
  const [held, setHeld] = useState<number | null>(null)
  const shown = held ?? value
  useEffect(() => {
    if (held === null) return
    const timer = setTimeout(() => {
      setHeld(null)
      if (held !== value) onChange(held)
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [held, value, onChange])
  return (
    <div className={css['stepper']}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{say(shown)}</output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={shown}
        aria-valuetext={say(shown)}
        onChange={(event) => setHeld(Number(event.target.value))}
      />
    </div>
  )
}

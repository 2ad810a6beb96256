import { useEffect, useState } from 'react'
import { Field } from '../../ui/Field.tsx'

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
}

/** A whole number within bounds. What is not one yet stays in the field and goes nowhere; leaving the field puts it right. */
export function NumberField({ label, value, min, max, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(value))
  useEffect(() => setTyped(String(value)), [value])
  return (
    <Field
      label={label}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      step={1}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        const next = event.target.valueAsNumber
        if (Number.isInteger(next) && next >= min && next <= max) onChange(next)
      }}
      onBlur={() => setTyped(String(value))}
    />
  )
}

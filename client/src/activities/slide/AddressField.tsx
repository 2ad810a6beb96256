import { WebAddress } from '@escale/shared'
import { useEffect, useState } from 'react'
import { Field } from '../../ui/Field.tsx'
import { useSlideTexts } from './texts.ts'

interface AddressFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (url: string) => void
}

const isAddress = (text: string): boolean => WebAddress.safeParse(text).success

/** `exemple.org/page` is what people type; it means the safe address of that name. */
const completed = (text: string): string =>
  text === '' || /^[a-z]+:/i.test(text) || !text.includes('.') ? text : `https://${text}`

/** A web address. What is not one yet stays in the field and goes nowhere. */
export function AddressField({ label, value, onChange }: AddressFieldProps) {
  const t = useSlideTexts()
  const [typed, setTyped] = useState(value)
  const [left, setLeft] = useState(false)
  // Somebody else's edit, or an undo; one's own comes back as it is.
  useEffect(() => setTyped(value), [value])
  const write = (text: string) => {
    setTyped(text)
    if (isAddress(text.trim())) onChange(text.trim())
  }
  return (
    <Field
      label={label}
      type="url"
      inputMode="url"
      placeholder="https://"
      value={typed}
      error={left && !isAddress(typed.trim()) ? t('bad-address') : undefined}
      onChange={(e) => write(e.target.value)}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        write(completed(typed.trim()))
        setLeft(true)
      }}
    />
  )
}

import { useState } from 'react'
import { Field, type FieldProps } from '../../../ui/Field.tsx'

interface TypedFieldProps
  extends Omit<FieldProps, 'value' | 'onChange' | 'onBlur' | 'onFocus' | 'onKeyDown'> {
  readonly value: string
  readonly onCommit: (text: string) => void
  /** What is half typed must not count for everybody: it counts when one leaves the field, or with Enter. */
  readonly isLive?: boolean
}

/** A field that keeps what is being typed, also where only some texts are values. */
export function TypedField({ value, onCommit, isLive = false, ...field }: TypedFieldProps) {
  /** null: the value itself is shown. */
  const [typed, setTyped] = useState<string | null>(null)
  const commit = (text: string) => (text === value ? undefined : onCommit(text))
  return (
    <Field
      {...field}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.target.value)
        if (!isLive) commit(event.target.value)
      }}
      onBlur={() => {
        if (typed !== null) commit(typed)
        setTyped(null)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && typed !== null) commit(typed)
      }}
    />
  )
}

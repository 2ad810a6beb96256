import { Bold, Heading, Italic, Link, List, ListOrdered, type LucideIcon } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { classNames } from '../../styles/class-names.ts'
import { announce } from '../announce.ts'
import { Button } from '../Button.tsx'
import field from '../Field.module.css'
import { Labelled, type TextAreaProps } from '../Field.tsx'
import { Icon } from '../Icon.tsx'
import css from './FormattedArea.module.css'
import { FORMATS, type Format } from './format.ts'
import { pressFormat } from './press.ts'
import { useFormattingTexts } from './texts.ts'

const ICONS = {
  bold: Bold,
  italic: Italic,
  heading: Heading,
  bullets: List,
  numbers: ListOrdered,
  link: Link,
} satisfies Record<Format, LucideIcon>

const KEYS: Readonly<Record<string, Format>> = { b: 'bold', i: 'italic' }
const keyOf = (as: Format): string | undefined => Object.keys(KEYS).find((key) => KEYS[key] === as)

/** By which place of the bar an arrow goes on; it goes round. */
const MOVES: Readonly<Record<string, (at: number) => number>> = {
  ArrowRight: (at) => (at + 1) % FORMATS.length,
  ArrowLeft: (at) => (at - 1 + FORMATS.length) % FORMATS.length,
  Home: () => 0,
  End: () => FORMATS.length - 1,
}

type FormattedAreaProps = Omit<TextAreaProps, 'ref' | 'label'> & {
  readonly label: string
  readonly lead?: TextAreaProps['label']
}

/** Several lines of Markdown, with a bar for those who do not know its signs. */
export function FormattedArea({
  label,
  lead,
  hint,
  error,
  optional,
  hideLabel,
  className,
  ...area
}: FormattedAreaProps) {
  const t = useFormattingTexts()
  const ref = useRef<HTMLTextAreaElement>(null)
  const press = (as: Format) => {
    if (ref.current && !pressFormat(ref.current, as)) announce(t('full'))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const as =
      event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)
        ? undefined
        : KEYS[event.key.toLowerCase()]
    if (as === undefined) return
    event.preventDefault()
    press(as)
  }
  return (
    <Labelled
      label={
        <>
          {lead}
          {label}
        </>
      }
      {...{ hint, error, className }}
      optional={optional ?? false}
      hideLabel={hideLabel ?? false}
    >
      {(ids) => (
        <div className={css['both']}>
          <Bar label={t('bar', { field: label })} of={ids.id} onPress={press} />
          <textarea
            rows={3}
            {...area}
            {...ids}
            ref={ref}
            className={classNames(field['input'], field['area'], css['area'])}
            onKeyDown={onKeyDown}
          />
        </div>
      )}
    </Labelled>
  )
}

interface BarProps {
  readonly label: string
  /** The field's id. */
  readonly of: string
  readonly onPress: (as: Format) => void
}

/** One stop of the Tab key; the arrows go from button to button. */
function Bar({ label, of, onPress }: BarProps) {
  const t = useFormattingTexts()
  const bar = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key]
    if (!move) return
    event.preventDefault()
    const next = move(at)
    setAt(next)
    buttonsOf(bar)[next]?.focus()
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      aria-controls={of}
      className={css['bar']}
      onKeyDown={onKeyDown}
    >
      {FORMATS.map((as, index) => {
        const key = keyOf(as)
        return (
          <Button
            key={as}
            size="s"
            square
            variant="quiet"
            tabIndex={index === at ? 0 : -1}
            aria-label={t(as)}
            aria-keyshortcuts={key && `Control+${key.toUpperCase()}`}
            title={key ? `${t(as)} (Ctrl+${key.toUpperCase()})` : t(as)}
            // The field keeps its focus, and with it what is selected.
            onMouseDown={(event) => event.preventDefault()}
            onFocus={() => setAt(index)}
            onClick={() => onPress(as)}
          >
            <Icon of={ICONS[as]} size={1.1} />
          </Button>
        )
      })}
    </div>
  )
}

const buttonsOf = (bar: RefObject<HTMLElement | null>) => [...(bar.current?.querySelectorAll('button') ?? [])]

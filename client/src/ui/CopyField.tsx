import { Check, Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { announce } from './announce.ts'
import { Button } from './Button.tsx'
import css from './CopyField.module.css'
import { copyText } from './copy-text.ts'
import { useCopyTexts } from './copy-texts.ts'
import { Icon } from './Icon.tsx'

/** How long « Copié » stays, ms. */
const SHOWN_MS = 2_500

interface CopyFieldProps {
  readonly label: string
  readonly value: string
  /** What is copied, when it is not what is shown. */
  readonly copied?: string
  readonly isCode?: boolean
}

/** Something to hand on: shown whole, selected at a click, copied with a button that says so. */
export function CopyField({ label, value, copied = value, isCode = false }: CopyFieldProps) {
  const t = useCopyTexts()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')

  const copy = async () => {
    if (await copyText(copied)) {
      setState('copied')
      announce(t('copied'))
      setTimeout(() => setState('idle'), SHOWN_MS)
    } else {
      // No clipboard without https, or refused: the text is selected so that one gesture is left.
      field.current?.select()
      setState('failed')
      announce(t('copyFailed'))
    }
  }

  return (
    <div className={css['field']}>
      <label htmlFor={id} className={css['label']}>
        {label}
      </label>
      <div className={css['line']}>
        <input
          ref={field}
          id={id}
          readOnly
          value={value}
          className={isCode ? css['code'] : css['value']}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          size="s"
          onClick={() => void copy()}
          aria-label={t('copyThis', { what: label })}
          className={css['copy']}
        >
          <Icon of={state === 'copied' ? Check : Copy} />
          {t(state === 'copied' ? 'copied' : state === 'failed' ? 'copyFailed' : 'copy')}
        </Button>
      </div>
    </div>
  )
}

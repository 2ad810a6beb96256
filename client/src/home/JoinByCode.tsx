import { CODE_LENGTH, type FoundByCode, normaliseCode, showCode } from '@escale/shared'
import { ArrowRight } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { postJson } from '../connection/api.ts'
import { useRefusalTexts } from '../i18n/refusal-texts.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import css from './JoinByCode.module.css'
import { sessionInLink } from './session-in-link.ts'
import { useHomeTexts } from './texts.ts'

/** A code, typed as people type: any case, with spaces or dashes, O for 0. Or a whole link, pasted. */
export function JoinByCode() {
  const t = useHomeTexts()
  const refusal = useRefusalTexts()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState('')
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  const fail = (message: string) => {
    setError(message)
    field.current?.focus()
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const session = sessionInLink(typed)
    if (session !== undefined) {
      navigate(`/p/${session}`)
      return
    }
    const code = normaliseCode(typed)
    if (code === undefined) {
      fail(t('code-incomplete'))
      return
    }
    setBusy(true)
    const found = await postJson<FoundByCode>('/code', { code })
    setBusy(false)
    if (found.ok) navigate(`/p/${found.value.session}`)
    else fail(found.refusal === 'unreachable' ? t('unreachable') : refusal(found.refusal))
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={css['form']}>
      <Field
        ref={field}
        label={t('code-label')}
        hint={t('code-hint')}
        error={error}
        required
        value={typed}
        placeholder={t('code-example')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        className={css['code']}
        onChange={(event) => {
          setTyped(event.target.value)
          setError('')
        }}
        onBlur={() => {
          const code = normaliseCode(typed)
          if (code?.length === CODE_LENGTH) setTyped(showCode(code))
        }}
      />
      <Button type="submit" variant="primary" size="l" busy={busy}>
        {t('join')}
        <Icon of={ArrowRight} />
      </Button>
    </form>
  )
}

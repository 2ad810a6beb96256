import { type Door, isBlank, type Joined, limits, oneLine } from '@escale/shared'
import { type FormEvent, useRef, useState } from 'react'
import { postJson } from '../connection/api.ts'
import { useRefusalTexts } from '../i18n/refusal-texts.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Closed } from './closed.ts'
import { closedBecause } from './closed-because.ts'
import { useJoinDraft } from './draft.ts'
import css from './JoinForm.module.css'
import { ModeChoice } from './ModeChoice.tsx'

import { useJoinTexts } from './texts.ts'

interface JoinFormProps {
  readonly door: Door
  readonly onJoined: () => void
  /** The door turned out to be shut meanwhile. */
  readonly onClosed: (why: Closed) => void
}

/** A first name or a pseudonym, nothing else unless the workshop asks. What was typed stays, whatever happens. */
export function JoinForm({ door, onJoined, onClosed }: JoinFormProps) {
  const t = useJoinTexts()
  const refusal = useRefusalTexts()
  const { draft, change, forget } = useJoinDraft(door.session, door.identity)
  const [nameError, setNameError] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const nameField = useRef<HTMLInputElement>(null)
  const isAnonymous = draft.mode === 'anonymous'

  const whatIsWrong = (name: string): string => {
    if (isAnonymous) return ''
    if (draft.name.trim() === '') return t(draft.mode === 'named' ? 'name-missing' : 'pseudonym-missing')
    if (isBlank(name)) return t('name-unseen')
    return name.length > limits.NAME_MAX_CHARS ? t('name-too-long', { max: limits.NAME_MAX_CHARS }) : ''
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const name = isAnonymous ? '' : oneLine(draft.name)
    const wrong = whatIsWrong(name)
    setNameError(wrong)
    setProblem('')
    if (wrong) {
      nameField.current?.focus()
      return
    }
    setBusy(true)
    const joined = await postJson<Joined>(`/sessions/${door.session}/join`, {
      mode: draft.mode,
      wish: draft.wish,
      identity: {
        name,
        organisation: door.askOrganisation ? oneLine(draft.organisation) : '',
        territory: door.askTerritory ? oneLine(draft.territory) : '',
      },
    })
    setBusy(false)
    if (joined.ok) {
      forget()
      onJoined()
      return
    }
    const closed = closedBecause(joined.refusal)
    if (joined.refusal === 'unreachable') setProblem(t('unreachable'))
    else if (closed) onClosed(closed)
    else setProblem(refusal(joined.refusal))
  }

  return (
    <form noValidate className={css['form']} onSubmit={(event) => void submit(event)}>
      <ModeChoice
        modes={door.identity}
        mode={draft.mode}
        onChange={(mode) => {
          change({ mode })
          setNameError('')
        }}
      />
      {isAnonymous ? null : (
        <Field
          ref={nameField}
          label={t(draft.mode === 'named' ? 'first-name' : 'pseudonym-field')}
          hint={draft.mode === 'named' ? t('first-name-hint') : undefined}
          error={nameError}
          value={draft.name}
          name="name"
          autoComplete={draft.mode === 'named' ? 'given-name' : 'nickname'}
          enterKeyHint="go"
          onChange={(event) => {
            change({ name: event.target.value })
            setNameError('')
          }}
        />
      )}
      {door.askOrganisation ? (
        <Field
          label={t('organisation')}
          optional
          value={draft.organisation}
          name="organisation"
          maxLength={limits.LABEL_MAX_CHARS}
          autoComplete="organization"
          onChange={(event) => change({ organisation: event.target.value })}
        />
      ) : null}
      {door.askTerritory ? (
        <Field
          label={t('territory')}
          hint={t('territory-hint')}
          optional
          value={draft.territory}
          name="territory"
          maxLength={limits.LABEL_MAX_CHARS}
          onChange={(event) => change({ territory: event.target.value })}
        />
      ) : null}
      {problem ? (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      ) : null}
      <Button type="submit" variant="primary" size="l" busy={busy}>
        {t('enter')}
      </Button>
    </form>
  )
}

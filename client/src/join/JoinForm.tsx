import { type Door, isBlank, type Joined, limits, oneLine } from '@escale/shared'
import { type FormEvent, lazy, Suspense, useRef, useState } from 'react'
import { keepMyName, nameFor } from '../app/my-name.ts'
import { type ApiRefusal, postJson } from '../connection/api.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import type { Closed } from './closed.ts'
import { closedBecause } from './closed-because.ts'
import { useJoinDraft } from './draft.ts'
import css from './JoinForm.module.css'
import { ModeChoice } from './ModeChoice.tsx'
import { OptionalFields } from './OptionalFields.tsx'
import { useJoinTexts } from './texts.ts'

/** Where even the sentence does not come. */
const Unreachable = () => <>{useJoinTexts()('unreachable')}</>
const RefusalSentence = lazy(() => import('./RefusalSentence.tsx').catch(() => ({ default: Unreachable })))

interface JoinFormProps {
  readonly door: Door
  readonly onJoined: () => void
  /** The door turned out to be shut meanwhile. */
  readonly onClosed: (why: Closed) => void
  /** Somebody has begun to fill it in. */
  readonly onBegun?: () => void
}

/** A first name or a pseudonym, nothing else unless the workshop asks. What was typed stays, whatever happens. */
export function JoinForm({ door, onJoined, onClosed, onBegun }: JoinFormProps) {
  const t = useJoinTexts()
  const { draft, change, forget } = useJoinDraft(door.session, door.identity)
  const [nameError, setNameError] = useState('')
  const [problem, setProblem] = useState<ApiRefusal | null>(null)
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
    setProblem(null)
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
      if (draft.mode === 'named') keepMyName(name)
      onJoined()
      return
    }
    const closed = closedBecause(joined.refusal)
    if (closed !== undefined && closed !== 'unreachable') onClosed(closed)
    else setProblem(joined.refusal)
  }

  return (
    <form noValidate className={css['form']} onFocus={onBegun} onSubmit={(event) => void submit(event)}>
      {isAnonymous ? null : (
        <Field
          ref={nameField}
          label={t(draft.mode === 'named' ? 'first-name' : 'pseudonym-field')}
          hint={draft.mode === 'named' ? t('first-name-hint') : undefined}
          error={nameError}
          required
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
      <OptionalFields door={door} draft={draft} change={change} />
      <ModeChoice
        modes={door.identity}
        mode={draft.mode}
        onChange={(mode) => {
          change({ mode, name: nameFor(mode, draft.name) })
          setNameError('')
        }}
      />
      {problem ? (
        <p role="alert" className={css['problem']}>
          {problem === 'unreachable' ? (
            t('unreachable')
          ) : (
            <Suspense fallback={null}>
              <RefusalSentence of={problem} />
            </Suspense>
          )}
        </p>
      ) : null}
      <Button type="submit" variant="primary" size="l" busy={busy}>
        {t('enter')}
      </Button>
    </form>
  )
}

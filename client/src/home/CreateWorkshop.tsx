import { limits, oneLine, type TemplateLine } from '@escale/shared'
import { FilePlus2, FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { keepMyName, myName } from '../app/my-name.ts'
import { useAnswer } from '../connection/use-answer.ts'
import { useLanguage } from '../i18n/language.ts'
import { useRefusalTexts } from '../i18n/refusal-texts.ts'

import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Choice } from './Choice.tsx'
import css from './CreateWorkshop.module.css'
import { lengthOf } from './length.ts'
import { useHomeTexts } from './texts.ts'
import type { Making, useCreate } from './use-create.ts'

/** What there is to do now, where it is seen. */
const focusNow = (button: HTMLElement | null): void => button?.focus()

/** Templates, a blank page, or a file: each creates a session at once. */
export function CreateWorkshop({
  create: createFrom,
  enter,
  making,
  incomplete,
  failure,
  setFailure,
}: ReturnType<typeof useCreate>) {
  const t = useHomeTexts()
  const refusal = useRefusalTexts()
  const language = useLanguage()
  const { answer, again } = useAnswer<readonly TemplateLine[]>(`/templates?language=${language}`)
  const picker = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(myName)

  const create = (what: Making, from: object) => {
    const name = oneLine(typed)
    keepMyName(name)
    return createFrom(what, '/sessions', { ...from, language, ...(name === '' ? {} : { name }) })
  }

  const open = async (file: File) => {
    if (file.size > limits.WORKSHOP_FILE_MAX_BYTES)
      return setFailure({ making: 'file', refusal: 'too-large' })
    try {
      const content: unknown = JSON.parse(await file.text())
      await create('file', { file: content })
    } catch {
      setFailure({ making: 'file', refusal: 'invalid' })
    }
  }

  const complaint = () => {
    if (failure === null) return ''
    if (failure.refusal === 'unreachable') return t('unreachable')
    if (failure.making === 'demo' && failure.refusal === 'too-many') return t('demo-too-many')
    if (failure.making === 'demo' && failure.refusal === 'busy') return t('demo-busy')
    if (failure.making !== 'file') return refusal(failure.refusal)
    if (failure.refusal === 'invalid') return t('file-unreadable')
    return failure.refusal === 'too-large' ? t('file-too-large') : refusal(failure.refusal)
  }

  return (
    <div className={css['create']}>
      {failure ? (
        <Notice tone="danger" role="alert" onDismiss={() => setFailure(null)}>
          {complaint()}
        </Notice>
      ) : null}
      {incomplete ? (
        <Notice tone="warning" role="alert">
          <p>{t('pictures-missing', { count: incomplete.missing })}</p>
          <Button
            size="s"
            variant="primary"
            ref={focusNow}
            className={css['go-on']}
            onClick={() => enter(incomplete.session)}
          >
            {t('open-console')}
          </Button>
        </Notice>
      ) : null}
      {answer?.ok === false ? (
        <Notice tone="warning">
          {t('templates-missing')}{' '}
          <Button size="s" onClick={again}>
            {t('retry')}
          </Button>
        </Notice>
      ) : null}
      <Field
        label={t('your-name')}
        hint={t('your-name-hint')}
        optional
        value={typed}
        maxLength={limits.NAME_MAX_CHARS}
        name="name"
        autoComplete="given-name"
        className={css['name']}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul className={css['choices']}>
        {(answer?.ok ? answer.value : []).map((template, at) => (
          <Choice
            key={template.id}
            colour={at}
            title={template.title}
            text={template.summary}
            facts={`${t('activities', { count: template.activities })} · ${lengthOf(template.durationMs)}`}
            busy={making === template.id}
            onChoose={() => void create(template.id, { template: template.id })}
          />
        ))}
        <Choice
          icon={FilePlus2}
          title={t('blank')}
          text={t('blank-text')}
          busy={making === 'blank'}
          onChoose={() => void create('blank', {})}
        />
        <Choice
          icon={FileUp}
          title={t('file')}
          text={t('file-text')}
          busy={making === 'file'}
          onChoose={() => picker.current?.click()}
        />
      </ul>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('file')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void open(file)
        }}
      />
    </div>
  )
}

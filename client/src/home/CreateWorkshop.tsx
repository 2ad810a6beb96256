import { limits, type TemplateLine } from '@escale/shared'
import { FilePlus2, FileUp } from 'lucide-react'
import { useRef } from 'react'
import { useAnswer } from '../connection/use-answer.ts'
import { useLanguage } from '../i18n/language.ts'
import { useRefusalTexts } from '../i18n/refusal-texts.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Choice } from './Choice.tsx'
import css from './CreateWorkshop.module.css'
import { lengthOf } from './length.ts'
import { useHomeTexts } from './texts.ts'
import type { useCreate } from './use-create.ts'

/** Templates, a blank page, or a file: each creates a session at once. */
export function CreateWorkshop({ create, making, failure, setFailure }: ReturnType<typeof useCreate>) {
  const t = useHomeTexts()
  const refusal = useRefusalTexts()
  const language = useLanguage()
  const { answer, again } = useAnswer<readonly TemplateLine[]>('/templates')
  const picker = useRef<HTMLInputElement>(null)

  const open = async (file: File) => {
    if (file.size > limits.WORKSHOP_FILE_MAX_BYTES)
      return setFailure({ making: 'file', refusal: 'too-large' })
    try {
      const content: unknown = JSON.parse(await file.text())
      await create('file', '/sessions', { file: content, language })
    } catch {
      setFailure({ making: 'file', refusal: 'invalid' })
    }
  }

  const complaint = () => {
    if (failure === null) return ''
    if (failure.refusal === 'unreachable') return t('unreachable')
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
      {answer?.ok === false ? (
        <Notice tone="warning">
          {t('templates-missing')}{' '}
          <Button size="s" onClick={again}>
            {t('retry')}
          </Button>
        </Notice>
      ) : null}
      <ul className={css['choices']}>
        {(answer?.ok ? answer.value : []).map((template, at) => (
          <Choice
            key={template.id}
            colour={at}
            title={template.title}
            text={template.summary}
            facts={`${t('activities', { count: template.activities })} · ${lengthOf(template.durationMs)}`}
            busy={making === template.id}
            onChoose={() => void create(template.id, '/sessions', { template: template.id, language })}
          />
        ))}
        <Choice
          icon={FilePlus2}
          title={t('blank')}
          text={t('blank-text')}
          busy={making === 'blank'}
          onChoose={() => void create('blank', '/sessions', { language })}
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

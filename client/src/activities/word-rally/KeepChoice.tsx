import type { OwnStory, WordRallyAction } from '@escale/shared/activities/word-rally'
import { useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RefusalNotice } from '../kit/RefusalNotice.tsx'
import { useAct } from '../kit/use-act.ts'
import type { Stage } from '../kit/views.ts'
import css from './Sharing.module.css'
import { useRallyTexts } from './texts.ts'

interface KeepChoiceProps {
  /** What is in the harvest now. */
  readonly kept: OwnStory['kept']
  /** Mine; empty: I gave none. */
  readonly name: string
  /** What my private story says now. */
  readonly story: string
  readonly act: Stage<unknown>['act']
}

/** Whether my story goes into the harvest; nobody else is asked, and « no » is what holds until I choose. */
export function KeepChoice({ kept, name, story, act }: KeepChoiceProps) {
  const { send, busy, refusal } = useAct<WordRallyAction>(act)
  const t = useRallyTexts()
  const group = useId()
  const isBlank = story.trim() === ''
  const keep = (named: boolean) =>
    void send({ type: 'keep', text: isBlank ? (kept?.text ?? '') : story, named })
  return (
    <fieldset className={css['keep']} disabled={busy}>
      <legend>{t('keep-title')}</legend>
      <p className={css['soft']}>{t('keep-text')}</p>
      {name === '' ? null : (
        <label className={css['choice']}>
          <input
            type="radio"
            name={group}
            checked={kept?.named === true}
            disabled={isBlank && kept === null}
            onChange={() => keep(true)}
          />
          {t('keep-named', { name })}
        </label>
      )}
      <label className={css['choice']}>
        <input
          type="radio"
          name={group}
          checked={kept?.named === false}
          disabled={isBlank && kept === null}
          onChange={() => keep(false)}
        />
        {t('keep-anonymous')}
      </label>
      <label className={css['choice']}>
        <input
          type="radio"
          name={group}
          checked={kept === null}
          onChange={() => void send({ type: 'unkeep' })}
        />
        {t('keep-no')}
      </label>
      {isBlank && kept === null ? <p className={css['soft']}>{t('keep-needs-text')}</p> : null}
      {kept !== null && !isBlank && kept.text !== story ? (
        <Notice title={t('kept-changed')}>
          <Button size="s" onClick={() => keep(kept.named)}>
            {t('keep-update')}
          </Button>
        </Notice>
      ) : null}
      <RefusalNotice refusal={refusal} />
    </fieldset>
  )
}

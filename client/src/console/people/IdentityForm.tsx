import { type Identity, isBlank, limits, oneLine } from '@escale/shared'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TypedBefore } from '../../words/TypedBefore.tsx'
import { useTyped } from '../../words/use-typed.ts'
import { focusFirst } from '../focus-first.ts'
import { usePeopleTexts } from '../texts/people.ts'
import css from './PersonDialog.module.css'

interface IdentityFormProps {
  readonly initial: Identity
  readonly submit: string
  readonly isNameNeeded?: boolean
  /** Under which what is typed is kept while the dialog is away. */
  readonly keptAs: string
  /** Resolves to whether it was taken. */
  readonly onSubmit: (identity: Identity) => Promise<boolean>
}

/** Name, organisation, territory of somebody else, as a facilitator enters or corrects them. */
export function IdentityForm({ initial, submit, isNameNeeded = false, keptAs, onSubmit }: IdentityFormProps) {
  const t = usePeopleTexts()
  const typed = {
    name: useTyped(`${keptAs}-name`, initial.name),
    organisation: useTyped(`${keptAs}-organisation`, initial.organisation),
    territory: useTyped(`${keptAs}-territory`, initial.territory),
  }
  const [name, organisation, territory] = [typed.name.text, typed.organisation.text, typed.territory.text]
  const [isBusy, setBusy] = useState(false)
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault()
        setBusy(true)
        const identity = {
          name: oneLine(name),
          organisation: oneLine(organisation),
          territory: oneLine(territory),
        }
        void onSubmit(identity)
          .then((isDone) => {
            if (isDone) for (const field of Object.values(typed)) field.done()
          })
          .finally(() => setBusy(false))
      }}
    >
      <Field
        ref={focusFirst}
        label={t('name')}
        value={name}
        maxLength={limits.NAME_MAX_CHARS}
        required={isNameNeeded}
        autoComplete="off"
        onChange={(event) => typed.name.type(event.target.value)}
      />
      <Field
        label={t('organisation')}
        optional
        value={organisation}
        maxLength={limits.LABEL_MAX_CHARS}
        autoComplete="off"
        onChange={(event) => typed.organisation.type(event.target.value)}
      />
      <Field
        label={t('territory')}
        optional
        value={territory}
        maxLength={limits.LABEL_MAX_CHARS}
        autoComplete="off"
        onChange={(event) => typed.territory.type(event.target.value)}
      />
      <TypedBefore
        typed={{
          ...typed.name,
          isBack: Object.values(typed).some(({ isBack }) => isBack),
          putAway: () => {
            for (const field of Object.values(typed)) field.putAway()
          },
        }}
      />
      <Button
        type="submit"
        variant="primary"
        className={css['submit']}
        busy={isBusy}
        disabled={isNameNeeded && isBlank(name)}
      >
        {submit}
      </Button>
    </form>
  )
}

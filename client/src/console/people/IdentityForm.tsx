import { type Identity, isBlank, limits, oneLine } from '@escale/shared'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { focusFirst } from '../focus-first.ts'
import { usePeopleTexts } from '../texts/people.ts'
import css from './PersonDialog.module.css'

interface IdentityFormProps {
  readonly initial: Identity
  readonly submit: string
  readonly isNameNeeded?: boolean
  readonly onSubmit: (identity: Identity) => Promise<void>
}

/** Name, organisation, territory of somebody else, as a facilitator enters or corrects them. */
export function IdentityForm({ initial, submit, isNameNeeded = false, onSubmit }: IdentityFormProps) {
  const t = usePeopleTexts()
  const [name, setName] = useState(initial.name)
  const [organisation, setOrganisation] = useState(initial.organisation)
  const [territory, setTerritory] = useState(initial.territory)
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
        void onSubmit(identity).finally(() => setBusy(false))
      }}
    >
      <Field
        ref={focusFirst}
        label={t('name')}
        value={name}
        maxLength={limits.NAME_MAX_CHARS}
        required={isNameNeeded}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={t('organisation')}
        optional
        value={organisation}
        maxLength={limits.LABEL_MAX_CHARS}
        autoComplete="off"
        onChange={(event) => setOrganisation(event.target.value)}
      />
      <Field
        label={t('territory')}
        optional
        value={territory}
        maxLength={limits.LABEL_MAX_CHARS}
        autoComplete="off"
        onChange={(event) => setTerritory(event.target.value)}
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

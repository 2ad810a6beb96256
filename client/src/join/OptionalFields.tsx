import { type Door, limits } from '@escale/shared'
import { useState } from 'react'
import { Field } from '../ui/Field.tsx'
import type { JoinDraft } from './draft.ts'
import css from './OptionalFields.module.css'
import { useJoinTexts } from './texts.ts'

interface OptionalFieldsProps {
  readonly door: Door
  readonly draft: JoinDraft
  readonly change: (part: Partial<JoinDraft>) => void
}

/** Where they would push the way in out of sight. */
const NARROW = '(max-width: 40rem)'
// Not every surrounding of a test has it.
const isNarrow = (): boolean => window.matchMedia?.(NARROW).matches ?? false

/** What the workshop asks besides a name, and nobody has to say: in a line that opens, on a phone. */
export function OptionalFields({ door, draft, change }: OptionalFieldsProps) {
  const t = useJoinTexts()
  const isBegun = draft.organisation !== '' || draft.territory !== ''
  const [isOpen, setOpen] = useState(() => isBegun || !isNarrow())
  if (!door.askOrganisation && !door.askTerritory) return null
  const asked =
    door.askOrganisation && door.askTerritory ? 'both' : door.askOrganisation ? 'organisation' : 'territory'
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={css['summary']}>{t(`more-${asked}`)}</summary>
      <div className={css['fields']}>
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
      </div>
    </details>
  )
}

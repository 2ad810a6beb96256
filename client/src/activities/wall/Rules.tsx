import { NOTES_PER_PERSON_MAX, type WallDefinition } from '@escale/shared/activities/wall'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import css from './Editor.module.css'
import { WritingTime } from './editor/WritingTime.tsx'
import { useHostTexts } from './host-texts.ts'

/** What may be chosen before, and changed while people write. */
export type WallRules = Pick<
  WallDefinition,
  'identity' | 'flow' | 'rights' | 'maxNotesPerPerson' | 'writingMs'
>

const LIMIT_AT_FIRST = 3
const IDENTITIES = ['named', 'pseudonym', 'anonymous'] as const
const FLOWS = ['direct', 'inbox', 'private'] as const
const RIGHTS = ['edit', 'move', 'remove'] as const
const REACHES = ['own', 'all', 'none'] as const

interface RulesProps {
  readonly rules: WallRules
  readonly onChange: (patch: Partial<WallRules>) => void
  /** They count at once, for everybody. */
  readonly isLive?: boolean
}

/** Who is named, when notes arrive, who may change what, how many each may write, and how long. */
export function Rules({ rules, onChange, isLive = false }: RulesProps) {
  const t = useHostTexts()
  const { identity, flow, rights, maxNotesPerPerson: max } = rules
  return (
    <>
      <Select
        label={t('identity')}
        hint={t(`identity-${identity}-hint`)}
        value={identity}
        options={IDENTITIES.map((value) => ({ value, label: t(`identity-${value}`) }))}
        onChange={(next) => onChange({ identity: next })}
      />
      <Select
        label={t('flow')}
        hint={t(`flow-${flow}-hint`)}
        value={flow}
        options={FLOWS.map((value) => ({ value, label: t(`flow-${value}`) }))}
        onChange={(next) => onChange({ flow: next })}
      />
      <fieldset className={css['rights']}>
        <legend className={css['legend']}>{t('rights')}</legend>
        {RIGHTS.map((right) => (
          <Select
            key={right}
            label={t(`right-${right}`)}
            value={rights[right]}
            options={REACHES.map((value) => ({ value, label: t(`reach-${value}`) }))}
            onChange={(reach) => onChange({ rights: { ...rights, [right]: reach } })}
          />
        ))}
      </fieldset>
      <Switch
        label={t('limited')}
        checked={max !== null}
        onChange={(isLimited) => onChange({ maxNotesPerPerson: isLimited ? LIMIT_AT_FIRST : null })}
      />
      {max === null ? null : (
        <Field
          label={t('limit-number')}
          type="number"
          inputMode="numeric"
          className={css['number']}
          min={1}
          max={NOTES_PER_PERSON_MAX}
          value={max}
          onChange={(event) => {
            const next = event.target.valueAsNumber
            if (Number.isInteger(next) && next >= 1 && next <= NOTES_PER_PERSON_MAX)
              onChange({ maxNotesPerPerson: next })
          }}
        />
      )}
      <WritingTime
        writingMs={rules.writingMs}
        onChange={(writingMs) => onChange({ writingMs })}
        isLive={isLive}
      />
    </>
  )
}

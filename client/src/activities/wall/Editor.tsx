import { limits } from '@escale/shared'
import {
  NOTES_PER_PERSON_MAX,
  PROMPT_MAX_CHARS,
  type WallDefinition,
  type WallZone,
  ZONES_MAX,
} from '@escale/shared/activities/wall'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { randomId } from '../../connection/random-id.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import type { EditorProps } from '../kit/views.ts'
import css from './Editor.module.css'
import { useWallTexts } from './texts.ts'

const LIMIT_AT_FIRST = 3
const IDENTITIES = ['named', 'pseudonym', 'anonymous'] as const
const FLOWS = ['direct', 'inbox', 'private'] as const
const RIGHTS = ['edit', 'move', 'remove'] as const
const REACHES = ['own', 'all', 'none'] as const

/** What the facilitator prepares: the question, the zones, and who sees what when. */
export function Editor({ definition, onChange }: EditorProps<WallDefinition>) {
  const t = useWallTexts()
  const set = (patch: Partial<WallDefinition>) => onChange({ ...definition, ...patch })
  const max = definition.maxNotesPerPerson
  return (
    <div className={css['editor']}>
      <TextArea
        label={t('prompt')}
        hint={t('prompt-hint')}
        value={definition.prompt}
        maxLength={PROMPT_MAX_CHARS}
        rows={2}
        onChange={(event) => set({ prompt: event.target.value })}
      />
      <Zones zones={definition.zones} onChange={(zones) => set({ zones })} />
      <Select
        label={t('identity')}
        hint={t(`identity-${definition.identity}-hint`)}
        value={definition.identity}
        options={IDENTITIES.map((value) => ({ value, label: t(`identity-${value}`) }))}
        onChange={(identity) => set({ identity })}
      />
      <Select
        label={t('flow')}
        hint={t(`flow-${definition.flow}-hint`)}
        value={definition.flow}
        options={FLOWS.map((value) => ({ value, label: t(`flow-${value}`) }))}
        onChange={(flow) => set({ flow })}
      />
      <fieldset className={css['rights']}>
        <legend className={css['legend']}>{t('rights')}</legend>
        {RIGHTS.map((right) => (
          <Select
            key={right}
            label={t(`right-${right}`)}
            value={definition.rights[right]}
            options={REACHES.map((value) => ({ value, label: t(`reach-${value}`) }))}
            onChange={(reach) => set({ rights: { ...definition.rights, [right]: reach } })}
          />
        ))}
      </fieldset>
      <Switch
        label={t('limited')}
        checked={max !== null}
        onChange={(isLimited) => set({ maxNotesPerPerson: isLimited ? LIMIT_AT_FIRST : null })}
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
              set({ maxNotesPerPerson: next })
          }}
        />
      )}
    </div>
  )
}

interface ZonesProps {
  readonly zones: readonly WallZone[]
  readonly onChange: (zones: WallZone[]) => void
}

function Zones({ zones, onChange }: ZonesProps) {
  const t = useWallTexts()
  const move = (from: number, to: number) => {
    const moved = zones[from]
    if (moved) onChange(zones.toSpliced(from, 1).toSpliced(to, 0, moved))
  }
  return (
    <fieldset className={css['zones']}>
      <legend className={css['legend']}>{t('zones')}</legend>
      <p className={css['hint']}>{t('zones-hint')}</p>
      {zones.map((zone, index) => {
        const title = zone.title || String(index + 1)
        return (
          <div key={zone.id} className={css['zone']}>
            <Field
              label={t('zone-title', { index: index + 1 })}
              hideLabel
              placeholder={t('zone-title', { index: index + 1 })}
              className={css['grow']}
              value={zone.title}
              maxLength={limits.LABEL_MAX_CHARS}
              onChange={(event) =>
                onChange(zones.map((z) => (z.id === zone.id ? { ...z, title: event.target.value } : z)))
              }
            />
            <Button
              variant="quiet"
              square
              disabled={index === 0}
              aria-label={t('zone-up', { title })}
              onClick={() => move(index, index - 1)}
            >
              <Icon of={ArrowUp} />
            </Button>
            <Button
              variant="quiet"
              square
              disabled={index === zones.length - 1}
              aria-label={t('zone-down', { title })}
              onClick={() => move(index, index + 1)}
            >
              <Icon of={ArrowDown} />
            </Button>
            <Button
              variant="quiet"
              square
              aria-label={t('remove-zone', { title })}
              onClick={() => onChange(zones.filter((z) => z.id !== zone.id))}
            >
              <Icon of={X} />
            </Button>
          </div>
        )
      })}
      {zones.length < ZONES_MAX ? (
        <Button size="s" onClick={() => onChange([...zones, { id: randomId(8), title: '' }])}>
          <Icon of={Plus} /> {t('add-zone')}
        </Button>
      ) : null}
    </fieldset>
  )
}

import { limits } from '@escale/shared'
import { STARTERS_MAX, type WallDefinition, type WallZone } from '@escale/shared/activities/wall'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useWallTexts } from '../texts.ts'
import css from './Look.module.css'
import { useEditorTexts } from './texts.ts'

type Starters = WallDefinition['starters']

interface StartersEditorProps {
  readonly starters: Starters
  readonly zones: readonly WallZone[]
  readonly onChange: (starters: Starters) => void
}

const EXCERPT_CHARS = 60

/** Notes that are there from the start: each can be changed, and a list of lines becomes as many notes. */
export function StartersEditor({ starters, zones, onChange }: StartersEditorProps) {
  const t = useEditorTexts()
  const change = (at: number, patch: Partial<Starters[number]>) =>
    onChange(starters.map((starter, i) => (i === at ? { ...starter, ...patch } : starter)))
  const remove = (at: number) => onChange(starters.toSpliced(at, 1))
  return (
    <details className={css['details']}>
      <summary>{t('starters', { count: starters.length })}</summary>
      <div className={css['body']}>
        <p className={css['soft']}>{t('starters-hint')}</p>
        {starters.map(({ text, zone }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a starter is its place in the list
          <div key={index} className={css['row']}>
            <TextArea
              label={t('starter-text', { index: index + 1 })}
              hideLabel
              rows={1}
              className={css['grow']}
              value={text}
              maxLength={limits.NOTE_MAX_CHARS}
              onChange={(event) => change(index, { text: event.target.value })}
              onBlur={() => (text.trim() === '' ? remove(index) : undefined)}
            />
            <ZoneSelect
              label={t('starter-zone', { index: index + 1 })}
              zones={zones}
              zone={zone}
              onChange={(next) => change(index, { zone: next })}
            />
            <Button
              variant="quiet"
              square
              aria-label={t('starter-remove', { text: text.slice(0, EXCERPT_CHARS) })}
              onClick={() => remove(index)}
            >
              <Icon of={X} />
            </Button>
          </div>
        ))}
        <NewStarters starters={starters} zones={zones} onChange={onChange} />
      </div>
    </details>
  )
}

function NewStarters({ starters, zones, onChange }: StartersEditorProps) {
  const t = useEditorTexts()
  const [text, setText] = useState('')
  const [zone, setZone] = useState('')
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const error =
    starters.length + lines.length > STARTERS_MAX
      ? t('starters-too-many', { max: STARTERS_MAX })
      : lines.some((line) => line.length > limits.NOTE_MAX_CHARS)
        ? t('starters-too-long', { max: limits.NOTE_MAX_CHARS })
        : undefined
  const add = () => {
    if (error !== undefined || lines.length === 0) return
    onChange([...starters, ...lines.map((line) => ({ text: line, zone }))])
    announce(t('starters-added', { count: lines.length }))
    setText('')
  }
  return (
    <div className={css['rows']}>
      <div className={css['row']}>
        <TextArea
          label={t('starters-lines')}
          className={css['grow']}
          value={text}
          error={error}
          onChange={(event) => setText(event.target.value)}
        />
        <ZoneSelect label={t('starters-zone')} zones={zones} zone={zone} onChange={setZone} />
      </div>
      {lines.length > 0 ? (
        <Button size="s" aria-disabled={error !== undefined || undefined} onClick={add}>
          <Icon of={Plus} /> {t('starters-add', { count: lines.length })}
        </Button>
      ) : null}
    </div>
  )
}

interface ZoneSelectProps {
  readonly label: string
  readonly zones: readonly WallZone[]
  readonly zone: string
  readonly onChange: (zone: string) => void
}

function ZoneSelect({ label, zones, zone, onChange }: ZoneSelectProps) {
  const w = useWallTexts()
  if (zones.length === 0) return null
  return (
    <Select
      label={label}
      hideLabel
      value={zones.some(({ id }) => id === zone) ? zone : ''}
      options={[
        { value: '', label: w('no-zone') },
        ...zones.map(({ id, title }, index) => ({
          value: id,
          label: title || w('zone-title', { index: index + 1 }),
        })),
      ]}
      onChange={onChange}
    />
  )
}

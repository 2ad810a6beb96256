import type { WallContent } from '@escale/shared'
import {
  choicesOf,
  choicesWith,
  DOTS_MAX,
  firstOf,
  ranked,
  SELECTED_MAX,
  USUAL_VOTE,
  type VoteSettings,
  type WallAction,
  type WallView,
} from '@escale/shared/activities/wall'
import { useState } from 'react'
import { randomId } from '../../../connection/random-id.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Checkbox, Switch } from '../../../ui/Switch.tsx'
import { useSelection } from '../selection/selection.ts'
import { useWallTexts } from '../texts.ts'
import { useVoteHostTexts } from './host-texts.ts'
import css from './VotePanel.module.css'

const MINUTE_MS = 60_000
const MINUTES_AT_FIRST = 3
const MINUTES_MAX = 120
const FIRST_AT_FIRST = 5

type Which = 'all' | 'first' | 'picked'

interface StartVoteProps {
  readonly view: WallView
  readonly wall: WallContent
  /** Of the vote before; null: there is none. */
  readonly totals: ReadonlyMap<string, number> | null
  /** What is offered to begin with. */
  readonly from: 'all' | 'first'
  readonly onStart: (action: Extract<WallAction, { type: 'vote-start' }>) => void
  readonly onClose: () => void
}

const whole = (value: number, most: number): number | null =>
  Number.isInteger(value) && value >= 1 && value <= most ? value : null

/** The rules of a vote, with those that suit most already chosen. */
export function StartVote({ view, wall, totals, from, onStart, onClose }: StartVoteProps) {
  const t = useVoteHostTexts()
  const w = useWallTexts()
  const picked = useSelection((selection) => selection.ids)
  const [rules, setRules] = useState<VoteSettings>(() =>
    // Whoever put notes together means them as one thing.
    wall.stacks.length > 0 ? { ...USUAL_VOTE, stacks: true } : USUAL_VOTE,
  )
  const [minutes, setMinutes] = useState<number | null>(null)
  const [which, setWhich] = useState<Which>(from === 'first' ? 'first' : picked.size > 0 ? 'picked' : 'all')
  const [count, setCount] = useState(FIRST_AT_FIRST)
  const change = (patch: Partial<VoteSettings>) => setRules({ ...rules, ...patch })
  const choices = choicesOf(wall, rules)
  const first = totals === null ? [] : firstOf(ranked(choices, totals), count).map(({ choice }) => choice.id)
  const chosen = choicesWith(choices, picked).map(({ id }) => id)
  const offered = which === 'first' ? first : which === 'picked' ? chosen : null
  const tooMany = offered !== null && offered.length > SELECTED_MAX
  const maySend = !tooMany && (offered === null ? wall.notes.length > 0 : offered.length > 0)
  const start = () => {
    if (!maySend) return
    const isAnonymous = view.identity === 'anonymous'
    onStart({
      type: 'vote-start',
      round: randomId(16),
      settings: { ...rules, own: isAnonymous || rules.own, notes: offered },
      ms: minutes === null ? null : minutes * MINUTE_MS,
    })
  }
  const options: { value: Which; label: string }[] = [
    { value: 'all', label: t('which-all') },
    ...(totals !== null && totals.size > 0 ? [{ value: 'first' as const, label: t('which-first') }] : []),
    ...(chosen.length > 0
      ? [{ value: 'picked' as const, label: t('which-picked', { count: chosen.length }) }]
      : []),
  ]
  return (
    <Dialog
      open
      title={t('start-title')}
      onClose={onClose}
      footer={
        <>
          <Button variant="primary" aria-disabled={!maySend || undefined} onClick={start}>
            {t('start-go')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        <Field
          label={t('dots')}
          type="number"
          inputMode="numeric"
          className={css['number']}
          min={1}
          max={DOTS_MAX}
          defaultValue={rules.dots}
          onChange={(event) => change({ dots: whole(event.target.valueAsNumber, DOTS_MAX) ?? rules.dots })}
        />
        {wall.stacks.length > 0 ? (
          <Select
            label={t('what')}
            value={rules.stacks ? 'stacks' : 'notes'}
            options={[
              { value: 'stacks', label: t('what-stacks') },
              { value: 'notes', label: t('what-notes') },
            ]}
            onChange={(next) => change({ stacks: next === 'stacks' })}
          />
        ) : null}
        <Switch label={t('several')} checked={rules.several} onChange={(several) => change({ several })} />
        <Select
          label={t('secrecy')}
          hint={t(rules.secret ? 'secret-hint' : 'named-hint')}
          value={rules.secret ? 'secret' : 'named'}
          options={[
            { value: 'secret', label: t('secrecy-secret') },
            { value: 'named', label: t('secrecy-named') },
          ]}
          onChange={(next) => change({ secret: next === 'secret' })}
        />
        <Switch
          label={t('live')}
          hint={t('live-hint')}
          checked={rules.live}
          onChange={(live) => change({ live })}
        />
        {options.length > 1 ? (
          <Select label={t('which')} value={which} options={options} onChange={setWhich} />
        ) : null}
        {which === 'first' ? (
          <Field
            label={t('first-count')}
            hint={t('first-hint', { count: first.length })}
            type="number"
            inputMode="numeric"
            className={css['number']}
            min={1}
            max={SELECTED_MAX}
            defaultValue={count}
            onChange={(event) => setCount(whole(event.target.valueAsNumber, SELECTED_MAX) ?? count)}
          />
        ) : null}
        {view.zones.length > 0 && which === 'all' ? (
          <fieldset className={css['zones']}>
            <legend>{t('zones')}</legend>
            <span className={css['soft']}>{t('zones-hint')}</span>
            {view.zones.map(({ id, title }, index) => (
              <Checkbox
                key={id}
                label={title || w('zone-title', { index: index + 1 })}
                checked={rules.zones.includes(id)}
                onChange={(on) =>
                  change({ zones: on ? [...rules.zones, id] : rules.zones.filter((zone) => zone !== id) })
                }
              />
            ))}
          </fieldset>
        ) : null}
        {view.identity === 'anonymous' ? (
          <p className={css['soft']}>{t('own-anonymous')}</p>
        ) : (
          <Switch label={t('own')} checked={rules.own} onChange={(own) => change({ own })} />
        )}
        <Switch
          label={t('timed')}
          checked={minutes !== null}
          onChange={(on) => setMinutes(on ? MINUTES_AT_FIRST : null)}
        />
        {minutes === null ? null : (
          <Field
            label={t('minutes')}
            type="number"
            inputMode="numeric"
            className={css['number']}
            min={1}
            max={MINUTES_MAX}
            defaultValue={minutes}
            onChange={(event) => setMinutes(whole(event.target.valueAsNumber, MINUTES_MAX) ?? minutes)}
          />
        )}
      </div>
    </Dialog>
  )
}

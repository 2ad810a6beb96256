import { limits } from '@escale/shared'
import {
  CALL_BACK_MAX_MS,
  CALL_BACK_MS,
  GROUP_SIZE_MAX,
  GROUP_SIZE_MIN,
  type MixBy,
  type RoundTableDefinition,
  TURN_STEP_MS,
} from '@escale/shared/activities/round-table'
import { TextArea } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import type { EditorProps } from '../kit/views.ts'
import { ArithmeticLine } from './ArithmeticLine.tsx'
import { useDeskTexts } from './console/texts.ts'
import { lengthText } from './durations.ts'
import css from './Editor.module.css'
import { Stepper } from './Stepper.tsx'
import { SIZE_SLIDER_MAX, TURN_SLIDER_MAX_MS } from './sliders.ts'

/** What is prepared beforehand; the facilitator may choose otherwise when the groups are formed. */
export function Editor({ definition, durationMs, onChange }: EditorProps<RoundTableDefinition>) {
  const t = useDeskTexts()
  const change = (patch: Partial<RoundTableDefinition>) => onChange({ ...definition, ...patch })
  const { min, max, turnMs } = definition
  const target = Math.round((definition.target ?? (min + max) / 2) - 0.01)
  const size = (count: number) => t('form-size', { count })
  return (
    <div className={css['editor']}>
      <TextArea
        label={t('edit-question')}
        hint={t('edit-question-hint')}
        value={definition.question}
        maxLength={limits.INSTRUCTIONS_MAX_CHARS}
        onChange={(event) => change({ question: event.target.value })}
      />
      <fieldset className={css['sizes']}>
        <legend>{t('edit-size-legend')}</legend>
        <Stepper
          label={t('edit-min')}
          value={min}
          min={GROUP_SIZE_MIN}
          max={Math.max(SIZE_SLIDER_MAX, min)}
          say={size}
          onChange={(value) => change({ min: value, max: Math.max(value, max), target: null })}
        />
        <Stepper
          label={t('edit-max')}
          value={max}
          min={GROUP_SIZE_MIN}
          max={Math.min(GROUP_SIZE_MAX, Math.max(SIZE_SLIDER_MAX, max))}
          say={size}
          onChange={(value) => change({ max: value, min: Math.min(value, min), target: null })}
        />
        <Select
          label={t('edit-target')}
          value={definition.target === null ? 'middle' : String(definition.target)}
          options={[
            { value: 'middle', label: t('edit-target-middle') },
            ...Array.from({ length: max - min + 1 }, (_, i) => ({
              value: String(min + i),
              label: size(min + i),
            })),
          ]}
          onChange={(value) => change({ target: value === 'middle' ? null : Number(value) })}
        />
      </fieldset>
      <Stepper
        label={t('edit-turn')}
        value={turnMs}
        min={TURN_STEP_MS}
        max={Math.max(TURN_SLIDER_MAX_MS, turnMs)}
        step={TURN_STEP_MS}
        say={(ms) => lengthText(ms, t)}
        onChange={(value) => change({ turnMs: value })}
      />
      <div className={css['arithmetic']}>
        <p className={css['soft']}>{t('edit-arithmetic', { size: target })}</p>
        <ArithmeticLine
          size={target}
          turnMs={turnMs}
          totalMs={durationMs}
          onTurn={(value) => change({ turnMs: value })}
        />
      </div>
      <div className={css['sizes']}>
        <Select<MixBy>
          label={t('edit-mix')}
          value={definition.mixBy}
          options={(['none', 'organisation', 'territory'] as const).map((value) => ({
            value,
            label: t(`form-mix-${value}`),
          }))}
          onChange={(mixBy) => change({ mixBy })}
        />
        <Select
          label={t('edit-order')}
          value={definition.order}
          options={(['alphabetical', 'random'] as const).map((value) => ({
            value,
            label: t(`edit-order-${value}`),
          }))}
          onChange={(order) => change({ order })}
        />
      </div>
      <Switch
        label={t('edit-facilitators')}
        checked={definition.facilitatorsTakePart}
        onChange={(facilitatorsTakePart) => change({ facilitatorsTakePart })}
      />
      <Switch
        label={t('edit-auto')}
        hint={t('edit-auto-hint')}
        checked={definition.autoAdvance}
        onChange={(autoAdvance) => change({ autoAdvance })}
      />
      <Stepper
        label={t('edit-call-back')}
        value={definition.callBackMs ?? CALL_BACK_MS}
        min={0}
        max={CALL_BACK_MAX_MS}
        step={TURN_STEP_MS}
        say={(ms) => (ms === 0 ? t('edit-call-back-now') : lengthText(ms, t))}
        onChange={(callBackMs) => change({ callBackMs })}
      />
    </div>
  )
}

import {
  type FormingChoice,
  GROUP_SIZE_MAX,
  GROUP_SIZE_MIN,
  type MixBy,
  TURN_STEP_MS,
} from '@escale/shared/activities/round-table'
import { Select } from '../../../ui/Select.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { lengthText } from '../durations.ts'
import { Stepper } from '../Stepper.tsx'
import { SIZE_SLIDER_MAX, TURN_SLIDER_MAX_MS } from '../sliders.ts'
import css from './Console.module.css'
import { useDeskTexts } from './texts.ts'

interface ChoicesProps {
  readonly choice: FormingChoice
  readonly onChange: (patch: Partial<FormingChoice>) => void
}

/** How the groups are to be; a bound that would cross the other one pushes it along. */
export function Choices({ choice, onChange }: ChoicesProps) {
  const t = useDeskTexts()
  const { min, max, turnMs } = choice
  const size = (count: number) => t('form-size', { count })
  const most = Math.min(GROUP_SIZE_MAX, Math.max(SIZE_SLIDER_MAX, max))
  return (
    <div className={css['choices']}>
      <Stepper
        label={t('form-min')}
        value={min}
        min={GROUP_SIZE_MIN}
        max={most}
        say={size}
        onChange={(value) => onChange({ min: value, max: Math.max(value, max), target: null })}
      />
      <Stepper
        label={t('form-max')}
        value={max}
        min={GROUP_SIZE_MIN}
        max={most}
        say={size}
        onChange={(value) => onChange({ max: value, min: Math.min(value, min), target: null })}
      />
      <Stepper
        label={t('form-turn')}
        value={turnMs}
        min={TURN_STEP_MS}
        max={Math.max(TURN_SLIDER_MAX_MS, turnMs)}
        step={TURN_STEP_MS}
        say={(ms) => lengthText(ms, t)}
        onChange={(value) => onChange({ turnMs: value })}
      />
      <Select<MixBy>
        label={t('form-mix')}
        value={choice.mixBy}
        options={(['none', 'organisation', 'territory'] as const).map((value) => ({
          value,
          label: t(`form-mix-${value}`),
        }))}
        onChange={(mixBy) => onChange({ mixBy })}
      />
      <Switch
        className={css['wide']}
        label={t('form-facilitators')}
        checked={choice.facilitatorsTakePart}
        onChange={(facilitatorsTakePart) => onChange({ facilitatorsTakePart })}
      />
    </div>
  )
}

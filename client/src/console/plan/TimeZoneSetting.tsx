import { timeZoneOf } from '@escale/shared'
import { Select } from '../../ui/Select.tsx'
import { useConsole } from '../session.ts'
import { usePlanTexts } from '../texts/plan.ts'
import { useSetting } from './settings-draft.ts'

/** Those that this browser knows, by name; an old browser knows its own only. */
const known = (): readonly string[] =>
  typeof Intl.supportedValuesOf === 'function'
    ? Intl.supportedValuesOf('timeZone')
    : [Intl.DateTimeFormat().resolvedOptions().timeZone]

/** In which place's time the dates of the session are printed. */
export function TimeZoneSetting() {
  const t = usePlanTexts()
  const controls = useSetting('timeZone')
  // What it comes to: a session from before has none of its own.
  const now = useConsole((c) => timeZoneOf(c.plan.workshop.settings))
  const value = controls.draft.value ?? now
  const zones = [...new Set([...known(), value])].sort()
  return (
    <Select
      label={t('timeZone')}
      hint={t('timeZoneHint')}
      value={value}
      onChange={controls.write}
      options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
    />
  )
}

import { Select } from '../../ui/Select.tsx'
import { EndOfLife } from '../EndOfLife.tsx'
import { useConsole } from '../session.ts'
import { useKeepingTexts } from '../texts/keeping.ts'
import { useKeeping } from '../use-keeping.ts'
import { DeleteSession } from './DeleteSession.tsx'
import css from './SettingsForm.module.css'
import { useSetting } from './settings-draft.ts'

/** What is offered where the server keeps sessions for longer, days. */
const CHOICES = [1, 7, 14, 30, 60, 90, 180]
/** As long as the server keeps any. */
const SERVER = 'server'

/** How long the session is kept, and its end before that. */
export function KeepingSettings() {
  const t = useKeepingTexts()
  const controls = useSetting('keepDays')
  const serverDays = useKeeping()?.serverDays
  const isFacilitator = useConsole((c) => c.me.role === 'facilitator')
  const chosen = controls.draft.value ?? null
  const days = [...new Set([...CHOICES, ...(chosen === null ? [] : [chosen])])]
    .filter((count) => serverDays === undefined || count < serverDays)
    .sort((a, b) => a - b)
  const isShorter = chosen !== null && (serverDays === undefined || chosen < serverDays)
  return (
    <fieldset className={css['group']}>
      <legend>{t('keeping')}</legend>
      <Select
        label={t('keepFor')}
        hint={t('keepForHint')}
        value={isShorter ? String(chosen) : SERVER}
        options={[
          ...days.map((count) => ({ value: String(count), label: t('keepDays', { count }) })),
          { value: SERVER, label: t('keepServer', { count: serverDays ?? 0 }) },
        ]}
        disabled={serverDays === undefined}
        onChange={(value) => controls.write(value === SERVER ? null : Number(value))}
      />
      <EndOfLife className={css['hint']} />
      {isFacilitator ? <DeleteSession /> : null}
    </fieldset>
  )
}

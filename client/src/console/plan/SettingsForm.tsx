import { IDENTITY_MODES, instantIn, limits, wallTimeIn } from '@escale/shared'
import { useState } from 'react'
import { useSessionTime } from '../../time/session-time.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { Checkbox, Switch } from '../../ui/Switch.tsx'
import { useConsole } from '../session.ts'
import { usePlanTexts } from '../texts/plan.ts'
import { KeepingSettings } from './KeepingSettings.tsx'
import { OtherEdit } from './OtherEdit.tsx'
import css from './SettingsForm.module.css'
import { useSetting } from './settings-draft.ts'
import { TimeZoneSetting } from './TimeZoneSetting.tsx'
import { VisioSettings } from './VisioSettings.tsx'

const asText = (value: string) => value

/** What is true of the whole workshop. */
export function SettingsForm() {
  const t = usePlanTexts()
  return (
    <section className={css['form']} aria-labelledby="workshop-settings">
      <h2 id="workshop-settings">{t('settings')}</h2>
      <TitleSetting />
      <div className={css['pair']}>
        <StartSetting />
        <LanguageSetting />
        <TimeZoneSetting />
      </div>
      <IdentitySettings />
      <VisioSettings />
      <div className={css['pair']}>
        <CapacitySetting />
        <ToggleSetting setting="harvestShared" label={t('harvestShared')} hint={t('harvestSharedHint')} />
      </div>
      <KeepingSettings />
    </section>
  )
}

export function TitleSetting() {
  const t = usePlanTexts()
  const controls = useSetting('title')
  return (
    <div>
      <Field
        label={t('workshopTitle')}
        value={controls.draft.value}
        maxLength={limits.TITLE_MAX_CHARS}
        {...controls.focus}
        onChange={(event) => controls.write(event.target.value)}
      />
      <OtherEdit controls={controls} show={asText} />
    </div>
  )
}

function LanguageSetting() {
  const t = usePlanTexts()
  const controls = useSetting('language')
  return (
    <Select
      label={t('language')}
      value={controls.draft.value}
      onChange={controls.write}
      options={[
        { value: 'fr', label: t('french') },
        { value: 'en', label: t('english') },
      ]}
    />
  )
}

export function StartSetting() {
  const t = usePlanTexts()
  const controls = useSetting('startsAt')
  // Typed in the time of the session: whoever prepares it may be elsewhere.
  const timeZone = useConsole((c) => c.session.timeZone)
  const { zone } = useSessionTime()
  const shown = (ms: number | null) => (ms === null ? '' : wallTimeIn(timeZone, ms))
  return (
    <div>
      <Field
        label={t('startsAt')}
        hint={t('startsAtHint', { zone })}
        type="datetime-local"
        value={shown(controls.draft.value)}
        {...controls.focus}
        onChange={(event) => controls.write(instantIn(timeZone, event.target.value))}
      />
      <OtherEdit controls={controls} show={(ms) => shown(ms).replace('T', ' ')} />
    </div>
  )
}

function IdentitySettings() {
  const t = usePlanTexts()
  const controls = useSetting('identity')
  const modes = controls.draft.value
  return (
    <fieldset className={css['group']}>
      <legend>{t('identity')}</legend>
      <p className={css['hint']}>{t('identityHint')}</p>
      {IDENTITY_MODES.map((mode) => {
        const isOn = modes.includes(mode)
        return (
          <Checkbox
            key={mode}
            label={t(mode)}
            checked={isOn}
            disabled={isOn && modes.length === 1}
            onChange={(wanted) =>
              controls.write(IDENTITY_MODES.filter((m) => (m === mode ? wanted : modes.includes(m))))
            }
          />
        )
      })}
      <ToggleSetting setting="askOrganisation" label={t('askOrganisation')} hint={t('askHint')} />
      <ToggleSetting setting="askTerritory" label={t('askTerritory')} />
    </fieldset>
  )
}

interface ToggleSettingProps {
  readonly setting: 'askOrganisation' | 'askTerritory' | 'harvestShared'
  readonly label: string
  readonly hint?: string
}

function ToggleSetting({ setting, label, hint }: ToggleSettingProps) {
  const controls = useSetting(setting)
  return <Switch label={label} hint={hint} checked={controls.draft.value} onChange={controls.write} />
}

function CapacitySetting() {
  const t = usePlanTexts()
  const controls = useSetting('capacity')
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? String(controls.draft.value)
  const isBad = !/^\d+$/.test(text) || Number(text) < 1 || Number(text) > limits.SESSION_CAPACITY_MAX
  return (
    <div>
      <Field
        label={t('capacity')}
        inputMode="numeric"
        value={text}
        error={isBad ? t('capacityBad', { max: limits.SESSION_CAPACITY_MAX }) : undefined}
        onFocus={controls.focus.onFocus}
        onBlur={() => {
          controls.focus.onBlur()
          if (!isBad) setTyped(null)
        }}
        onChange={(event) => {
          setTyped(event.target.value)
          if (/^\d+$/.test(event.target.value)) controls.write(Number(event.target.value))
        }}
      />
      <OtherEdit controls={controls} show={String} />
    </div>
  )
}

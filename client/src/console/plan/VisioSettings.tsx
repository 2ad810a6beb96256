import type { VisioRooms } from '@escale/shared'
import { useState } from 'react'
import { Field, TextArea } from '../../ui/Field.tsx'
import { OutsideLink } from '../../ui/OutsideLink.tsx'
import { Select } from '../../ui/Select.tsx'
import { usePlanTexts } from '../texts/plan.ts'
import { OtherEdit } from './OtherEdit.tsx'
import css from './SettingsForm.module.css'
import { useSetting } from './settings-draft.ts'
import { isAddress, readAddressList } from './visio-address.ts'

/** The groups whose rooms may be tried from here. */
const TRIED = [1, 2, 3]

const startOf = (mode: VisioRooms['mode']): VisioRooms => {
  switch (mode) {
    case 'none':
      return { mode }
    case 'pattern':
      return { mode, pattern: '' }
    case 'list':
      return { mode, addresses: [] }
  }
}

/** Where people meet by video: one address for all, and one for each group. */
export function VisioSettings() {
  const t = usePlanTexts()
  const controls = useSetting('visio')
  const visio = controls.draft.value
  const { groups } = visio
  const setGroups = (next: VisioRooms) => controls.write({ ...visio, groups: next })
  return (
    <fieldset
      className={css['group']}
      onFocus={controls.focus.onFocus}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) controls.focus.onBlur()
      }}
    >
      <legend>{t('visio')}</legend>
      <p className={css['hint']}>{t('visioHint')}</p>
      <Field
        label={t('visioPlenary')}
        type="url"
        inputMode="url"
        placeholder="https://"
        value={visio.plenary}
        error={isAddress(visio.plenary) ? undefined : t('badAddress')}
        onChange={(event) => controls.write({ ...visio, plenary: event.target.value.trim() })}
      />
      <Try address={visio.plenary} label={t('tryLink')} />
      <Select
        label={t('visioGroups')}
        value={groups.mode}
        onChange={(mode) => setGroups(startOf(mode))}
        options={[
          { value: 'none', label: t('visioNone') },
          { value: 'pattern', label: t('visioPattern') },
          { value: 'list', label: t('visioList') },
        ]}
      />
      {groups.mode === 'pattern' ? (
        <>
          <Field
            label={t('visioPatternField')}
            hint={t('visioPatternHint')}
            inputMode="url"
            placeholder="https://"
            value={groups.pattern}
            error={
              !isAddress(groups.pattern)
                ? t('badAddress')
                : groups.pattern !== '' && !groups.pattern.includes('{n}')
                  ? t('visioPatternNeeds')
                  : undefined
            }
            onChange={(event) => setGroups({ mode: 'pattern', pattern: event.target.value.trim() })}
          />
          <p className={css['tries']}>
            {TRIED.map((n) => (
              <Try
                key={n}
                address={groups.pattern.replaceAll('{n}', String(n))}
                label={t('tryGroup', { n })}
              />
            ))}
          </p>
        </>
      ) : null}
      {groups.mode === 'list' ? (
        <>
          <AddressList
            addresses={groups.addresses}
            onChange={(addresses) => setGroups({ mode: 'list', addresses })}
          />
          <p className={css['tries']}>
            {TRIED.map((n) => (
              <Try key={n} address={groups.addresses[n - 1] ?? ''} label={t('tryGroup', { n })} />
            ))}
          </p>
        </>
      ) : null}
      <OtherEdit controls={controls} />
    </fieldset>
  )
}

function Try({ address, label }: { readonly address: string; readonly label: string }) {
  if (address === '' || !isAddress(address)) return null
  return (
    <OutsideLink href={address} className={css['try']}>
      {label}
    </OutsideLink>
  )
}

interface AddressListProps {
  readonly addresses: readonly string[]
  readonly onChange: (addresses: string[]) => void
}

function AddressList({ addresses, onChange }: AddressListProps) {
  const t = usePlanTexts()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? addresses.join('\n')
  const { badLine } = readAddressList(text)
  return (
    <TextArea
      label={t('visioListField')}
      value={text}
      rows={4}
      error={badLine === null ? undefined : t('badLine', { n: badLine })}
      onBlur={() => {
        if (badLine === null) setTyped(null)
      }}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(readAddressList(event.target.value).addresses)
      }}
    />
  )
}

import { isBlank, limits, oneLine, type PersonLine } from '@escale/shared'
import { useState } from 'react'
import { linkTo } from '../../app/addresses.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Field } from '../../ui/Field.tsx'
import { useTyped } from '../../words/use-typed.ts'
import { ConfirmDialog } from '../live/ConfirmDialog.tsx'
import { useDo } from '../live/feedback.ts'
import { usePersonName } from '../people/person-name.ts'
import { useConsole, useRoster } from '../session.ts'
import { useAccessTexts } from '../texts/access.ts'
import { useShareTexts } from '../texts/share.ts'
import { KeyList } from './KeyList.tsx'
import { Refused } from './Refused.tsx'
import css from './SharePanel.module.css'
import type { KeyringState } from './use-keyring.ts'
import { useLinks } from './use-links.ts'

interface Handed {
  readonly person: string
  readonly name: string
  readonly link: string
}

/** The others who drive: links for them, the devices with which they entered, and the way out. */
export function CofacilitatorLinks({ keyring }: { readonly keyring: KeyringState }) {
  const t = useShareTexts()
  const people = useRoster()
  const me = useConsole((c) => c.me)
  const nameOf = usePersonName()
  const { id, refusal, isBusy, make } = useLinks(keyring.again)
  const typed = useTyped('cofacilitator', '')
  const { text: name } = typed
  const [links, setLinks] = useState<readonly Handed[]>([])
  const given = isBlank(name) ? '' : oneLine(name)
  const others = [...people.values()].filter(
    (p) => p.role === 'cofacilitator' && !p.removed && p.id !== me.id,
  )
  const hand = async (body: object, whose: string) => {
    const made = await make({ role: 'cofacilitator', ...body })
    if (made?.person == null) return false
    const handed = {
      person: made.person,
      name: whose,
      link: linkTo(`/console/${id}#${made.secret}`),
    }
    // A link that was made before for the same person has ended.
    setLinks((before) => [...before.filter((one) => one.person !== handed.person), handed])
    return true
  }
  return (
    <section>
      <h3>{t('cofacilitators')}</h3>
      <p className={css['hint']}>{t('cofacilitatorsHint')}</p>
      {links.map(({ person, name: whose, link }) =>
        people.get(person)?.removed ? null : (
          <CopyField key={link} label={t('linkFor', { name: whose })} value={link} />
        ),
      )}
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (given === '') return
          void hand({ identity: { name: given, organisation: '', territory: '' } }, given).then((isMade) => {
            if (isMade) typed.type('')
          })
        }}
      >
        <Field
          label={t('cofacilitatorName')}
          value={name}
          maxLength={limits.NAME_MAX_CHARS}
          autoComplete="off"
          onChange={(event) => typed.type(event.target.value)}
        />
        <Button type="submit" busy={isBusy} disabled={given === ''}>
          {t('makeCofacilitator')}
        </Button>
      </form>
      <Refused refusal={refusal} />
      {me.role === 'facilitator'
        ? others.map((person) => (
            <Cofacilitator
              key={person.id}
              person={person}
              name={nameOf(person.id)}
              keyring={keyring}
              onNewLink={() => void hand({ person: person.id }, nameOf(person.id))}
            />
          ))
        : null}
    </section>
  )
}

interface CofacilitatorProps {
  readonly person: PersonLine
  readonly name: string
  readonly keyring: KeyringState
  readonly onNewLink: () => void
}

/** For the facilitator: what opens the session for one co-facilitator. */
function Cofacilitator({ person, name, keyring, onNewLink }: CofacilitatorProps) {
  const t = useAccessTexts()
  const run = useDo()
  const [isAsking, ask] = useState(false)
  const keys = keyring.keys?.filter((key) => key.person === person.id)
  return (
    <div className={css['person']}>
      <h4 translate="no">{name}</h4>
      <div className={css['gestures']}>
        <Button size="s" variant="quiet" aria-label={t('newLinkFor', { name })} onClick={onNewLink}>
          {t('newLink')}
        </Button>
        <Button size="s" variant="quiet" aria-label={t('removeThis', { name })} onClick={() => ask(true)}>
          {t('remove')}
        </Button>
      </div>
      {keys?.length === 0 ? <p className={css['hint']}>{t('noKeys')}</p> : null}
      <KeyList label={t('keysOf', { name })} keys={keys ?? []} onEnd={keyring.end} />
      <ConfirmDialog
        open={isAsking}
        onClose={() => ask(false)}
        title={t('removeAsk', { name })}
        yes={t('remove')}
        onYes={() =>
          void run({ type: 'remove', person: person.id }, t('removed', { name })).then(keyring.again)
        }
      >
        {t('removeWhy')}
      </ConfirmDialog>
    </div>
  )
}

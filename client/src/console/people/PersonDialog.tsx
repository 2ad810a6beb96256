import type { PersonLine } from '@escale/shared'
import { useState } from 'react'
import { EraseDialog } from '../../erase/EraseDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProperName } from '../../ui/ProperName.tsx'
import { ConfirmDialog } from '../live/ConfirmDialog.tsx'
import { tell, useDo } from '../live/feedback.ts'
import { useConsole, useRoster } from '../session.ts'
import { usePeopleTexts } from '../texts/people.ts'
import { IdentityForm } from './IdentityForm.tsx'
import css from './PersonDialog.module.css'
import type { PersonDeed } from './person-deeds.tsx'
import { shownName } from './person-name.ts'

interface PersonDialogProps {
  /** null: closed. */
  readonly id: string | null
  readonly onClose: () => void
  /** What can be done for them where they are; absent: nothing is done from here. */
  readonly deeds?: (person: PersonLine) => readonly PersonDeed[]
}

/** What can be done for one person. */
export function PersonDialog({ id, onClose, deeds }: PersonDialogProps) {
  const t = usePeopleTexts()
  const people = useRoster()
  const run = useDo()
  const [handOverTo, setHandOverTo] = useState<PersonLine | null>(null)
  const [erased, setErased] = useState<PersonLine | null>(null)
  const person = id === null ? undefined : people.get(id)
  const nameOf = (p: PersonLine) => shownName(p, t)
  const toName = handOverTo ? nameOf(handOverTo) : ''
  return (
    <>
      <Dialog
        open={person !== undefined}
        onClose={onClose}
        title={person ? <ProperName>{nameOf(person)}</ProperName> : ''}
      >
        {person ? (
          <Managed
            person={person}
            name={nameOf(person)}
            onClose={onClose}
            onHandOver={setHandOverTo}
            onErase={setErased}
            deeds={deeds?.(person) ?? []}
          />
        ) : null}
      </Dialog>
      {erased ? (
        <EraseDialog
          person={erased.id}
          name={nameOf(erased)}
          onClose={() => setErased(null)}
          onErased={() => {
            setErased(null)
            tell(t('erasedNote'))
          }}
        />
      ) : null}
      <ConfirmDialog
        open={handOverTo !== null}
        onClose={() => setHandOverTo(null)}
        title={t('handOverAsk', { name: toName })}
        yes={t('handOverYes')}
        onYes={() => {
          if (handOverTo)
            void run({ type: 'hand-over', person: handOverTo.id }, t('handedOver', { name: toName }))
        }}
      >
        {t('handOverWhy', { name: toName })}
      </ConfirmDialog>
    </>
  )
}

interface ManagedProps {
  readonly person: PersonLine
  readonly name: string
  readonly onClose: () => void
  readonly onHandOver: (person: PersonLine) => void
  readonly onErase: (person: PersonLine) => void
  readonly deeds: readonly PersonDeed[]
}

function Managed({ person, name, onClose, onHandOver, onErase, deeds }: ManagedProps) {
  const t = usePeopleTexts()
  const run = useDo()
  const me = useConsole((c) => c.me)
  const canErase = me.role === 'facilitator' && person.role !== 'facilitator'
  const canHandOver = me.role === 'facilitator' && person.role === 'cofacilitator' && !person.removed
  return (
    <div className={css['body']}>
      <IdentityForm
        initial={person}
        keptAs={`person-${person.id}`}
        submit={t('save')}
        onSubmit={async (identity) => {
          const done = await run({ type: 'rename', person: person.id, identity }, t('renamedNote'))
          if (done.ok) onClose()
          return done.ok
        }}
      />
      <div className={css['gestures']}>
        {deeds.map((deed) => (
          <Button
            key={deed.key}
            onClick={() => {
              onClose()
              deed.onSelect()
            }}
          >
            {deed.icon}
            {deed.label}
          </Button>
        ))}
        {canHandOver ? (
          <Button
            onClick={() => {
              onClose()
              onHandOver(person)
            }}
          >
            {t('handOver')}
          </Button>
        ) : null}
        {person.removed ? (
          <Button
            onClick={() => {
              onClose()
              void run({ type: 'restore', person: person.id }, t('restoredNote', { name }))
            }}
          >
            {t('restore')}
          </Button>
        ) : person.role === 'facilitator' || person.id === me.id ? null : (
          <Button
            variant="danger"
            onClick={() => {
              onClose()
              void run({ type: 'remove', person: person.id }, t('removedNote', { name }))
            }}
          >
            {t('remove')}
          </Button>
        )}
        {canErase ? (
          <Button
            variant="quiet"
            onClick={() => {
              onClose()
              onErase(person)
            }}
          >
            {t('erase')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

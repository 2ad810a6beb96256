import { v7 } from 'uuid'
import { Dialog } from '../../ui/Dialog.tsx'
import { useDo } from '../live/feedback.ts'
import { usePeopleTexts } from '../texts/people.ts'
import { IdentityForm } from './IdentityForm.tsx'
import css from './PersonDialog.module.css'

const NOBODY = { name: '', organisation: '', territory: '' }

interface AddPersonDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Somebody in the room without a device: counted in groups, given a turn. */
export function AddPersonDialog({ open, onClose }: AddPersonDialogProps) {
  const t = usePeopleTexts()
  const run = useDo()
  return (
    <Dialog open={open} onClose={onClose} title={t('add')}>
      <div className={css['body']}>
        <p className={css['hint']}>{t('addWhy')}</p>
        <IdentityForm
          initial={NOBODY}
          isNameNeeded
          keptAs="person-new"
          submit={t('addYes')}
          onSubmit={async (identity) => {
            const added = await run(
              { type: 'add-person', person: v7(), identity },
              t('addedNote', { name: identity.name }),
            )
            if (added.ok) onClose()
            return added.ok
          }}
        />
      </div>
    </Dialog>
  )
}

import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useAccessTexts } from '../texts/access.ts'
import { useShareTexts } from '../texts/share.ts'
import { CofacilitatorLinks } from './CofacilitatorLinks.tsx'
import { Invitation } from './Invitation.tsx'
import { OwnLink } from './OwnLink.tsx'
import { ScreenLinks } from './ScreenLinks.tsx'
import css from './SharePanel.module.css'
import { useKeyring } from './use-keyring.ts'

interface SharePanelProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Every way into the session, each with whom it is for, and how to close it again. */
export function SharePanel({ open, onClose }: SharePanelProps) {
  const t = useShareTexts()
  return (
    <Dialog open={open} onClose={onClose} title={t('share')} width="wide">
      <Ways />
    </Dialog>
  )
}

/** Mounted only while the dialog is open, so that the list is asked for then. */
function Ways() {
  const t = useShareTexts()
  const access = useAccessTexts()
  const keyring = useKeyring()
  return (
    <div className={css['panel']}>
      <section>
        <h3>{t('participants')}</h3>
        <p className={css['hint']}>{t('participantsHint')}</p>
        <Invitation />
      </section>
      <ScreenLinks keyring={keyring} />
      <CofacilitatorLinks keyring={keyring} />
      <OwnLink keyring={keyring} />
      {keyring.refusal ? (
        <Notice tone="warning" role="alert">
          {access('unreachable')}
        </Notice>
      ) : null}
    </div>
  )
}

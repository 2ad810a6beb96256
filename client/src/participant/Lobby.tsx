import type { MeSlice, SessionSlice } from '@escale/shared'
import { LogOut, Pencil, Smartphone } from 'lucide-react'
import { lazy, type RefObject, Suspense, useState } from 'react'
import { useSession } from '../stores/live-context.ts'
import { useNameTexts } from '../stores/texts.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Naming, ProperName } from '../ui/ProperName.tsx'
import { Voyage } from '../ui/Voyage.tsx'
import css from './Lobby.module.css'
import { useLobbyTexts } from './lobby-texts.ts'
import { OwnDialog } from './OwnDialog.tsx'
import type { OwnDialogName } from './own-dialogs.tsx'

const AnnouncedStart = lazy(async () => ({
  default: (await import('./AnnouncedStart.tsx')).AnnouncedStart,
}))

interface LobbyProps {
  readonly session: SessionSlice
  readonly me: MeSlice
  readonly heading: RefObject<HTMLHeadingElement | null>
}

/** Before the start, and whenever nothing runs: one is expected, one is known, one can wait in peace. */
export function Lobby({ session, me, heading }: LobbyProps) {
  const t = useLobbyTexts()
  const names = useNameTexts()
  const headcount = useSession((s) => s.headcount)
  const [dialog, setDialog] = useState<OwnDialogName | null>(null)
  return (
    <div className={css['lobby']}>
      <Voyage className={css['drawing']} />
      <h1 ref={heading} tabIndex={-1}>
        {me.name ? <Naming name={me.name}>{(name) => t('hello', { name })}</Naming> : t('hello-anonymous')}
      </h1>
      <p className={css['waiting']}>{t('waiting')}</p>
      {session.status === 'lobby' && session.startsAt !== null ? (
        <Suspense fallback={<p className={css['start']}>…</p>}>
          <AnnouncedStart at={session.startsAt} />
        </Suspense>
      ) : null}
      {headcount && headcount.here > 1 ? (
        <p className={css['count']}>{t('people-here', { count: headcount.here })}</p>
      ) : null}
      <div className={css['me']}>
        <p>
          {t('seen-as')}{' '}
          <strong>
            <ProperName>{me.name || names('anonymous', { rank: me.rank })}</ProperName>
          </strong>
        </p>
        <div className={css['actions']}>
          <Button size="s" onClick={() => setDialog('rename')}>
            <Icon of={Pencil} />
            {t('rename')}
          </Button>
          <Button size="s" variant="quiet" onClick={() => setDialog('device')}>
            <Icon of={Smartphone} />
            {t('other-device')}
          </Button>
          <Button size="s" variant="quiet" onClick={() => setDialog('leave')}>
            <Icon of={LogOut} />
            {t('not-me')}
          </Button>
        </div>
      </div>
      <OwnDialog which={dialog} onClose={() => setDialog(null)} />
    </div>
  )
}

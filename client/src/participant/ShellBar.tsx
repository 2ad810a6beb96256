import { type ActivitySlice, isPaused, type MeSlice, type SessionSlice } from '@escale/shared'
import {
  Bell,
  BellOff,
  CornerDownLeft,
  Languages,
  LogOut,
  NotebookText,
  Pencil,
  Smartphone,
  TriangleAlert,
  UserRound,
} from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Countdown } from '../activities/kit/Countdown.tsx'
import { useWritten } from '../activities/kit/place.ts'
import { keepSound, wantsSound } from '../activities/kit/sound-choice.ts'
import { chooseEnterKey, useEnterKey } from '../app/enter-key.ts'
import { patiently } from '../connection/patiently.ts'
import { chooseLanguage, useLanguage } from '../i18n/language.ts'
import { ReactionsButton } from '../reactions/ReactionsButton.tsx'
import { useConnection } from '../stores/live-context.ts'
import { useNameTexts } from '../stores/texts.ts'
import type { Passage } from '../stores/use-passage.ts'
import { announce } from '../ui/announce.ts'
import { ConnectionBadge } from '../ui/ConnectionBadge.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useKept } from '../words/use-kept.ts'
import { OwnDialog } from './OwnDialog.tsx'
import type { OwnDialogName } from './own-dialogs.tsx'
import { RoomLine } from './RoomLine.tsx'
import css from './ShellBar.module.css'
import { useParticipantTexts } from './texts.ts'
import { useHearMessages } from './use-hear-messages.ts'
import { useOwn } from './use-own.ts'

// Most of the time nothing of it is there: loaded when it is first wanted.
const Overhead = lazy(async () => ({
  default: (await patiently(() => import('./Overhead.tsx'))).Overhead,
}))
const PauseBand = lazy(async () => ({
  default: (await patiently(() => import('./PauseBand.tsx'))).PauseBand,
}))

interface ShellBarProps {
  readonly session: SessionSlice
  readonly me: MeSlice
  /** null: nothing runs. */
  readonly activity: Omit<ActivitySlice, 'view'> | null
  readonly passage: Passage | null
}

/** What stays in sight: the time left, where one is, whether one is connected and saved. */
export function ShellBar({ session, me, activity, passage }: ShellBarProps) {
  const written = useWritten()
  const t = useParticipantTexts()
  const names = useNameTexts()
  const enter = useEnterKey()
  const otherLanguage = useLanguage() === 'fr' ? 'en' : 'fr'
  const status = useConnection((c) => c.status)
  const slow = useConnection((c) => c.slow)
  const pending = useConnection((c) => c.waiting.length)
  const [dialog, setDialog] = useState<OwnDialogName | null>(null)
  const kept = useKept(activity?.id)
  const hasOwn = useOwn().length > 0 || kept.isAny
  const hasMessages = useHearMessages()
  const isHeld = activity !== null && isPaused(activity.run)
  const [wasHeld, setHeld] = useState(false)
  if (isHeld && !wasHeld) setHeld(true)
  const [hasSound, setSound] = useState(wantsSound)
  return (
    <header className={css['bar']}>
      <div className={css['row']}>
        <div className={css['where']}>
          <p {...written} className={css['session']}>
            {session.title}
          </p>
          <RoomLine me={me} activity={activity}>
            <ConnectionBadge state={status} slow={slow} pending={pending} discreet />
          </RoomLine>
        </div>
        {activity ? <Countdown activity={activity} size="s" /> : null}
        {session.status === 'ended' ? null : <ReactionsButton />}
        <Menu
          square
          label={`${t('menu')} (${me.name || names('anonymous', { rank: me.rank })})`}
          items={[
            ...(hasOwn
              ? [
                  {
                    key: 'texts',
                    label: t('my-texts'),
                    icon: <Icon of={NotebookText} />,
                    onSelect: () => setDialog('texts'),
                  },
                ]
              : []),
            {
              key: 'rename',
              label: t('rename'),
              icon: <Icon of={Pencil} />,
              onSelect: () => setDialog('rename'),
            },
            {
              key: 'device',
              label: t('other-device'),
              icon: <Icon of={Smartphone} />,
              onSelect: () => setDialog('device'),
            },
            {
              key: 'language',
              label: <span lang={otherLanguage}>{t('speak-other')}</span>,
              icon: <Icon of={Languages} />,
              onSelect: () => chooseLanguage(otherLanguage),
            },
            {
              key: 'enter',
              label: t(enter === 'sends' ? 'enter-breaks' : 'enter-sends'),
              icon: <Icon of={CornerDownLeft} />,
              onSelect: () => {
                chooseEnterKey(enter === 'sends' ? 'breaks' : 'sends')
                announce(t(enter === 'sends' ? 'enter-now-breaks' : 'enter-now-sends'))
              },
            },
            {
              key: 'sound',
              label: t(hasSound ? 'sound-off' : 'sound-on'),
              icon: <Icon of={hasSound ? BellOff : Bell} />,
              onSelect: () => {
                keepSound(!hasSound)
                setSound(!hasSound)
              },
            },
            {
              key: 'erase',
              label: t('erase'),
              icon: <Icon of={TriangleAlert} />,
              onSelect: () => setDialog('erase'),
            },
            {
              key: 'leave',
              label: t('leave'),
              icon: <Icon of={LogOut} />,
              onSelect: () => setDialog('leave'),
            },
          ]}
        >
          <Icon of={UserRound} />
        </Menu>
      </div>
      {isHeld || wasHeld ? (
        <Suspense fallback={null}>
          <PauseBand isPaused={isHeld} />
        </Suspense>
      ) : null}
      {passage || hasMessages ? (
        <Suspense fallback={null}>
          <Overhead passage={passage} />
        </Suspense>
      ) : null}
      <OwnDialog which={dialog} onClose={() => setDialog(null)} />
    </header>
  )
}

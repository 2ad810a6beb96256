import type { MessageTo } from '@escale/shared'
import { useMemo, useRef, useState } from 'react'
import { useFocusKept } from '../../a11y/use-focus-kept.ts'
import { useCalls } from '../../activities/kit/calls.ts'
import { useGroups } from '../../activities/kit/groups.ts'
import { UpdateNotice } from '../../app/UpdateNotice.tsx'
import { Reactions } from '../../reactions/Reactions.tsx'
import { useConnection } from '../../stores/live-context.ts'
import { classNames } from '../../styles/class-names.ts'
import { Notice } from '../../ui/Notice.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { KeptWords } from '../../words/KeptWords.tsx'
import { useKept } from '../../words/use-kept.ts'
import { PeoplePanel } from '../people/PeoplePanel.tsx'
import { inLine } from '../people/selection.ts'
import { useConsole, useRoster } from '../session.ts'
import { SharePanel } from '../share/SharePanel.tsx'
import { useLiveTexts } from '../texts/live.ts'
import { ActionBar } from './ActionBar.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { Ended } from './Ended.tsx'
import { ExpiredGestures } from './ExpiredGestures.tsx'
import { FinishDialog } from './FinishDialog.tsx'
import css from './LiveConsole.module.css'
import { Lobby } from './Lobby.tsx'
import { LookDialog } from './LookDialog.tsx'
import { MessageDialog } from './MessageDialog.tsx'
import { titleOr } from './moves.ts'
import { NowPanel } from './NowPanel.tsx'
import { RunOfShow } from './RunOfShow.tsx'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { TopBar } from './TopBar.tsx'
import { useMoves } from './use-moves.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useUndoKeys } from './use-undo-keys.ts'
import { useWakeLock } from './use-wake-lock.ts'

const TABS = ['now', 'plan', 'people'] as const
type Tab = (typeof TABS)[number]
const TAB_TEXT = { now: 'tabNow', plan: 'runOfShow', people: 'people' } as const

/** Which dialog is open, if one. */
type Open = 'share' | 'shortcuts' | 'finish' | 'restart' | null

/** The facilitator's seat: the plan, what runs, the people, and the same gestures always in the same place. */
export function LiveConsole() {
  const t = useLiveTexts()
  const moves = useMoves()
  const [tab, setTab] = useState<Tab>('now')
  const [open, setOpen] = useState<Open>(null)
  const [looked, look] = useState<string | null>(null)
  const [messageTo, setMessageTo] = useState<MessageTo | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const main = useRef<HTMLDivElement>(null)
  const title = useConsole((c) => c.activity?.title ?? '')
  const isLost = useConnection((s) => s.status === 'lost')
  const workshop = useConsole((c) => c.session.title)
  const close = () => setOpen(null)
  const kept = useKept(useConsole((c) => c.activity?.id))
  useFocusKept()

  const groups = useGroups()
  const seeGroup = (room: string) => {
    setTab('now')
    // After the tab has been shown: what is hidden takes no focus.
    requestAnimationFrame(() => groups?.see(room))
  }

  const calls = useCalls()
  const page = [title, titleOr(workshop, t('untitled')), t('console')]
    .filter(Boolean)
    .join(' · ')
    .concat(' – Escale')
  usePageTitle(calls > 0 ? `(${t('calls', { count: calls })}) ${page}` : page)

  useUndoKeys()
  useWakeLock(moves.status === 'running')
  useShortcuts(moves, {
    message: () => setMessageTo('all'),
    search: () => {
      setTab('people')
      // After the tab has been shown: a hidden field takes no focus.
      requestAnimationFrame(() => search.current?.focus())
    },
    sheet: () => setOpen('shortcuts'),
  })

  const roster = useRoster()
  const waits = useMemo(() => inLine([...roster.values()]).length, [roster])

  return (
    <div className={css['console']} data-tab={tab}>
      <TopBar
        moves={moves}
        calls={calls}
        onCalls={() => {
          setTab('now')
          main.current?.scrollTo({ top: 0 })
          main.current?.focus()
        }}
        onShare={() => setOpen('share')}
        onShortcuts={() => setOpen('shortcuts')}
        onFinish={() => setOpen('finish')}
        onRestart={() => setOpen('restart')}
      />
      <nav className={css['tabs']} aria-label={t('tabs')}>
        {TABS.map((key) => (
          <button
            key={key}
            type="button"
            aria-current={tab === key ? 'page' : undefined}
            className={css['tab']}
            onClick={() => setTab(key)}
          >
            {t(TAB_TEXT[key])}
            {key === 'people' && waits > 0 ? (
              <>
                <span aria-hidden="true"> · {waits}</span>
                <VisuallyHidden>{t('tabWaits', { count: waits })}</VisuallyHidden>
              </>
            ) : null}
          </button>
        ))}
      </nav>
      <main className={css['panels']}>
        <div className={classNames(css['side'], css['plan'])}>
          <RunOfShow onLook={look} />
        </div>
        <div ref={main} tabIndex={-1} className={css['main']}>
          {isLost ? <Notice tone="warning">{t('offlineNote')}</Notice> : null}
          <UpdateNotice />
          <ExpiredGestures />
          {kept.isAny ? <KeptWords begunIn={kept.begunIn} /> : null}
          {moves.status === 'ended' ? <Ended moves={moves} /> : moves.isRunning ? <NowPanel /> : <Lobby />}
        </div>
        <div className={classNames(css['side'], css['people'])}>
          <PeoplePanel searchRef={search} onSee={seeGroup} onMessage={setMessageTo} />
        </div>
      </main>
      <ActionBar moves={moves} onMessage={() => setMessageTo('all')} onFinish={() => setOpen('finish')} />

      <Reactions />
      <LookDialog id={looked} onClose={() => look(null)} onLaunch={(id, to) => void moves.go(id, to)} />
      <MessageDialog to={messageTo} onClose={() => setMessageTo(null)} />
      <SharePanel open={open === 'share'} onClose={close} />
      <ShortcutSheet open={open === 'shortcuts'} onClose={close} />
      <FinishDialog open={open === 'finish'} onClose={close} onFinish={() => void moves.finish()} />
      <ConfirmDialog
        open={open === 'restart'}
        onClose={close}
        title={t('restartAsk', { title: titleOr(title, t('untitled')) })}
        yes={t('restartYes')}
        onYes={() => void moves.restart()}
      >
        {t('restartWhy')}
      </ConfirmDialog>
    </div>
  )
}

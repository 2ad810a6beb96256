import {
  ClipboardList,
  CodeXml,
  Flag,
  HelpingHand,
  Keyboard,
  Languages,
  ListChecks,
  Menu as MenuIcon,
  QrCode,
  RotateCcw,
  Settings as SettingsIcon,
  SunMoon,
  UserPen,
  Users,
} from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useWritten } from '../../activities/kit/place.ts'
import { at } from '../../app/addresses.ts'
import { useAppTexts } from '../../app/texts.ts'
import { chooseTheme, THEMES, useTheme } from '../../app/theme.ts'
import { chooseLanguage, useLanguage } from '../../i18n/language.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { ConnectionState } from '../ConnectionState.tsx'
import { PersonDialog } from '../people/PersonDialog.tsx'
import { SETTINGS } from '../plan/settings-shown.ts'
import { useConsole, useSessionId } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { usePlanTexts } from '../texts/plan.ts'
import { ClockLine } from './ClockLine.tsx'
import { Facilitators } from './Facilitators.tsx'
import { titleOr } from './moves.ts'
import { TimeNow } from './TimeNow.tsx'
import css from './TopBar.module.css'
import { UndoButtons } from './UndoButtons.tsx'
import type { Moves } from './use-moves.ts'

interface TopBarProps {
  readonly moves: Moves
  /** Calls for help that nobody has taken. */
  readonly calls: number
  readonly onCalls: () => void
  readonly onShare: () => void
  readonly onShortcuts: () => void
  readonly onFinish: () => void
  readonly onRestart: () => void
}

/** Always in sight: what runs and how long, how the plan stands, who is here, whether one is connected. */
export function TopBar({ moves, calls, onCalls, onShare, onShortcuts, onFinish, onRestart }: TopBarProps) {
  const written = useWritten()
  const t = useLiveTexts()
  const app = useAppTexts()
  const plan = usePlanTexts()
  const language = useLanguage()
  const theme = useTheme()
  const id = useSessionId()
  const [, navigate] = useLocation()
  const title = useConsole((c) => c.session.title)
  const activity = useConsole((c) => c.activity)
  const { here, joined } = useConsole((c) => c.headcount)
  const me = useConsole((c) => c.me.id)
  const [isNaming, setNaming] = useState(false)
  const { status, isRunning } = moves

  return (
    <header className={css['bar']}>
      <div className={css['title']}>
        <h1 {...written}>{titleOr(title, t('untitled'))}</h1>
        <ClockLine />
      </div>
      <div className={css['centre']}>
        {activity && status === 'running' ? (
          <TimeNow activity={activity} />
        ) : (
          <strong className={css['status']}>{t(status === 'ended' ? 'ended' : 'notStarted')}</strong>
        )}
      </div>
      <div className={css['side']}>
        {calls > 0 ? (
          <Button size="s" className={css['calls']} title={t('callsGo')} onClick={onCalls}>
            <Icon of={HelpingHand} />
            {t('calls', { count: calls })}
          </Button>
        ) : null}
        <ConnectionState />
        <span className={css['count']} title={t('headcountLong', { here, joined })}>
          <Icon of={Users} />
          <span aria-hidden="true">{t('headcount', { here, joined })}</span>
          <VisuallyHidden>{t('headcountLong', { here, joined })}</VisuallyHidden>
        </span>
        <Facilitators />
        <UndoButtons />
        <Button size="s" variant="primary" className={css['share']} onClick={onShare}>
          <Icon of={QrCode} />
          <span>{t('share')}</span>
        </Button>
        <Menu
          size="s"
          square
          variant="secondary"
          label={t('menu')}
          items={[
            { key: 'share', label: t('share'), icon: <Icon of={QrCode} />, onSelect: onShare },
            {
              key: 'settings',
              label: plan('settings'),
              icon: <Icon of={SettingsIcon} />,
              onSelect: () => navigate(`/console/${id}/plan?${SETTINGS}`),
            },
            {
              key: 'harvest',
              label: t('harvest'),
              icon: <Icon of={ClipboardList} />,
              onSelect: () => navigate(`/harvest/${id}`),
            },
            {
              key: 'language',
              label: t('otherLanguage'),
              icon: <Icon of={Languages} />,
              onSelect: () => chooseLanguage(language === 'fr' ? 'en' : 'fr'),
            },
            {
              key: 'theme',
              label: app(`theme-${theme}`),
              icon: <Icon of={SunMoon} />,
              onSelect: () => chooseTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto'),
            },
            { key: 'me', label: t('yourName'), icon: <Icon of={UserPen} />, onSelect: () => setNaming(true) },
            { key: 'keys', label: t('shortcuts'), icon: <Icon of={Keyboard} />, onSelect: onShortcuts },
            {
              key: 'source',
              label: t('source'),
              icon: <Icon of={CodeXml} />,
              onSelect: () => void window.open(at('/source'), '_blank', 'noopener'),
            },
            {
              key: 'lobby',
              label: t('lobby'),
              icon: <Icon of={ListChecks} />,
              disabled: !isRunning,
              onSelect: () => void moves.toLobby(),
            },
            {
              key: 'restart',
              label: t('restart'),
              icon: <Icon of={RotateCcw} />,
              disabled: !isRunning,
              onSelect: onRestart,
            },
            status === 'ended'
              ? {
                  key: 'reopen',
                  label: t('reopen'),
                  icon: <Icon of={Flag} />,
                  onSelect: () => void moves.reopen(),
                }
              : {
                  key: 'finish',
                  label: t('finish'),
                  icon: <Icon of={Flag} />,
                  onSelect: onFinish,
                  tone: 'danger',
                },
          ]}
        >
          <Icon of={MenuIcon} />
        </Menu>
      </div>
      <PersonDialog id={isNaming ? me : null} onClose={() => setNaming(false)} />
    </header>
  )
}

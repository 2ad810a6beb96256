import type { KeyLine } from '@escale/shared'
import { Link2, Monitor, MonitorSmartphone, Smartphone, Tablet } from 'lucide-react'
import { useRef, useState } from 'react'
import { type SessionTime, useSessionTime } from '../../time/session-time.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ConfirmDialog } from '../live/ConfirmDialog.tsx'
import { useAccessTexts } from '../texts/access.ts'
import css from './KeyList.module.css'

const ICONS = { computer: Monitor, tablet: Tablet, phone: Smartphone, other: MonitorSmartphone } as const
const BROWSERS = { chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox', safari: 'Safari', other: '' } as const

type Texts = ReturnType<typeof useAccessTexts>

/** « à 14:05 », and the day where it is not today. */
function momentOf(ms: number, told: SessionTime, t: Texts): string {
  const time = told.hour(ms)
  if (told.isSameDay(ms, Date.now())) return t('atHour', { time })
  return t('onDay', { date: told.day(ms), time })
}

/** What it is, in a few words: « Ordinateur, Firefox ». */
function nameOf({ kind, device }: KeyLine, t: Texts): string {
  if (kind === 'link') return t('link')
  const browser = BROWSERS[device?.browser ?? 'other']
  return [t(device?.kind ?? 'other'), browser].filter((word) => word !== '').join(', ')
}

function lifeOf({ kind, since, usedAt, here, person }: KeyLine, time: SessionTime, t: Texts): string {
  const when = (ms: number) => ({ when: momentOf(ms, time, t) })
  const life =
    kind === 'link'
      ? [t('made', when(since)), usedAt === null ? t('unused') : t('used', when(usedAt))]
      : [
          t(person === null ? 'opened' : 'entered', when(since)),
          here ? t('hereNow') : usedAt === null ? '' : t('lastThere', when(usedAt)),
        ]
  return life.filter((words) => words !== '').join(' · ')
}

interface KeyListProps {
  readonly label: string
  readonly keys: readonly KeyLine[]
  readonly onEnd: (key: string) => Promise<void>
}

/** Links that were handed out and devices that entered, each with the button that ends it. */
export function KeyList({ label, keys, onEnd }: KeyListProps) {
  const t = useAccessTexts()
  const time = useSessionTime()
  const box = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState<KeyLine | null>(null)
  const end = async (key: KeyLine) => {
    await onEnd(key.id)
    announce(t('ended', { what: nameOf(key, t) }))
    // The button that was pressed is gone.
    box.current?.focus()
  }
  return (
    <div ref={box} tabIndex={-1} className={css['box']}>
      {keys.length > 0 ? (
        <ul aria-label={label} className={css['list']}>
          {keys.map((key) => (
            <li key={key.id} className={css['line']}>
              <Icon of={key.kind === 'link' ? Link2 : ICONS[key.device?.kind ?? 'other']} />
              <span className={css['words']}>
                <span>
                  {nameOf(key, t)}
                  {key.own ? <span className={css['own']}>{t('thisDevice')}</span> : null}
                </span>
                <span className={css['life']}>{lifeOf(key, time, t)}</span>
              </span>
              {key.own ? null : (
                <Button
                  size="s"
                  variant="quiet"
                  aria-label={t(key.kind === 'link' ? 'revokeThis' : 'disconnectThis', {
                    what: `${nameOf(key, t)}, ${lifeOf(key, time, t)}`,
                  })}
                  onClick={() => (key.here ? setAsked(key) : void end(key))}
                >
                  {t(key.kind === 'link' ? 'revoke' : 'disconnect')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <ConfirmDialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t('disconnectAsk')}
        yes={t('disconnect')}
        onYes={() => {
          if (asked) void end(asked)
        }}
      >
        {t('disconnectWhy')}
      </ConfirmDialog>
    </div>
  )
}

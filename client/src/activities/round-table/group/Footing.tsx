import { HelpingHand } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useAtHand } from '../../../connection/at-hand.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Naming } from '../../../ui/ProperName.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import type { Chime } from '../../kit/chime.ts'
import { useRoundTableTexts } from '../texts.ts'
import css from './Footing.module.css'
import type { Room } from './room.ts'

const loadHelp = () => import('./HelpDialog.tsx')
const HelpDialog = lazy(async () => ({ default: (await loadHelp()).HelpDialog }))

interface FootingProps {
  readonly room: Room
  readonly chime: Chime
}

/** What is rarely needed: calling a facilitator, the group's own setting, the sound of this device. */
export function Footing({ room, chime }: FootingProps) {
  const t = useRoundTableTexts()
  const { group, place, name, send } = room
  const [isAsking, setAsking] = useState(false)
  useAtHand(loadHelp)
  const { help } = group
  return (
    <footer className={css['footing']}>
      {help ? (
        <Notice role="status">
          <p>
            {help.takenBy === null ? (
              t('help-called')
            ) : (
              <Naming name={name(help.takenBy)}>{(taker) => t('help-taken', { name: taker })}</Naming>
            )}
          </p>
          <Button
            size="s"
            variant="quiet"
            onClick={() => void send({ type: 'help-cancel', group: group.key })}
          >
            {t('help-cancel')}
          </Button>
        </Notice>
      ) : place === null ? null : (
        <Button onClick={() => setAsking(true)}>
          <Icon of={HelpingHand} /> {t('help')}
        </Button>
      )}
      <details className={css['settings']}>
        <summary>{t('settings')}</summary>
        <Switch
          label={t('auto')}
          hint={t('auto-hint')}
          checked={group.autoFrom !== null}
          onChange={(on) => void send({ type: 'auto', group: group.key, on })}
        />
        <Switch label={t('sound')} checked={chime.on} onChange={chime.setOn} />
      </details>
      {isAsking ? (
        <Suspense fallback={null}>
          <HelpDialog
            onClose={() => setAsking(false)}
            onCall={(reason) => void send({ type: 'help', group: group.key, reason })}
          />
        </Suspense>
      ) : null}
    </footer>
  )
}

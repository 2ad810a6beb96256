import {
  ArrowLeft,
  ArrowRight,
  CirclePlay,
  Clock3,
  DoorClosed,
  DoorOpen,
  Ellipsis,
  Flag,
  Megaphone,
  Pause,
  Play,
  RotateCcw,
  SkipForward,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useIsGestureClaimed } from '../../activities/kit/main-gesture.ts'
import { useMoment } from '../../activities/kit/moment.ts'
import type { Timed } from '../../activities/kit/wake.ts'
import { classNames } from '../../styles/class-names.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useConsole } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import css from './ActionBar.module.css'
import { FeedbackLine } from './FeedbackLine.tsx'
import { titleOr } from './moves.ts'
import type { Moves } from './use-moves.ts'

interface ActionBarProps {
  readonly moves: Moves
  readonly onMessage: () => void
  readonly onFinish: () => void
}

/** The gestures of every minute, always in the same place; one of them is big. */
export function ActionBar({ moves, onMessage, onFinish }: ActionBarProps) {
  const t = useLiveTexts()
  const { isRunning, isHeld, isLocked, previous } = moves
  const activity = useConsole((c) => c.activity)
  const door = t(isLocked ? 'unlock' : 'lock')
  return (
    <section className={css['bar']} aria-label={t('actions')}>
      <FeedbackLine />
      <div className={css['group']}>
        <Button
          size="s"
          className={css['wide']}
          disabled={!previous}
          onClick={() => void moves.goBack()}
          title={previous ? t('backThis', { title: titleOr(previous.title, t('untitled')) }) : undefined}
        >
          <Icon of={ArrowLeft} />
          {t('back')}
        </Button>
        <Button
          size="s"
          disabled={!isRunning}
          onClick={() => void moves.togglePause()}
          className={css['pause']}
        >
          <Icon of={isHeld ? Play : Pause} />
          {t(isHeld ? 'resume' : 'pause')}
        </Button>
        <Button size="s" className={css['wide']} disabled={!isRunning} onClick={() => void moves.adjust(-1)}>
          {t('minusOne')}
        </Button>
        <Button size="s" disabled={!isRunning} onClick={() => void moves.adjust(1)}>
          {t('plusOne')}
        </Button>
        <Button size="s" className={css['wide']} disabled={!isRunning} onClick={() => void moves.adjust(5)}>
          {t('plusFive')}
        </Button>
        <WhenTimed activity={isRunning ? activity : null}>
          {(isTimed) => (
            <Button
              size="s"
              className={css['wide']}
              disabled={!isTimed}
              onClick={() => void moves.endPhase()}
            >
              <Icon of={SkipForward} />
              {t('endPhase')}
            </Button>
          )}
        </WhenTimed>
      </div>
      <div className={css['group']}>
        <Button size="s" onClick={onMessage} aria-label={t('message')}>
          <Icon of={Megaphone} />
          <span className={css['word']}>{t('message')}</span>
        </Button>
        <Button
          size="s"
          className={classNames(css['wide'], isLocked && css['locked'])}
          onClick={() => void moves.toggleDoor()}
        >
          <Icon of={isLocked ? DoorClosed : DoorOpen} />
          {door}
        </Button>
        <span className={css['narrow']}>
          <WhenTimed activity={isRunning ? activity : null}>
            {(isTimed) => (
              <Menu
                size="s"
                square
                variant="secondary"
                label={t('more')}
                placement="above"
                items={[
                  {
                    key: 'back',
                    label: t('back'),
                    icon: <Icon of={ArrowLeft} />,
                    disabled: !previous,
                    onSelect: () => void moves.goBack(),
                  },
                  {
                    key: 'minus',
                    label: t('minusOne'),
                    icon: <Icon of={Clock3} />,
                    disabled: !isRunning,
                    onSelect: () => void moves.adjust(-1),
                  },
                  {
                    key: 'plus5',
                    label: t('plusFive'),
                    icon: <Icon of={Clock3} />,
                    disabled: !isRunning,
                    onSelect: () => void moves.adjust(5),
                  },
                  {
                    key: 'end',
                    label: t('endPhase'),
                    icon: <Icon of={SkipForward} />,
                    disabled: !isTimed,
                    onSelect: () => void moves.endPhase(),
                  },
                  {
                    key: 'door',
                    label: door,
                    icon: <Icon of={isLocked ? DoorClosed : DoorOpen} />,
                    onSelect: () => void moves.toggleDoor(),
                  },
                ]}
              >
                <Icon of={Ellipsis} />
              </Menu>
            )}
          </WhenTimed>
        </span>
      </div>
      <NextButton moves={moves} onFinish={onFinish} />
    </section>
  )
}

/** Tells whether a timed phase is running, followed second by second. */
function WhenTimed({
  activity,
  children,
}: {
  readonly activity: Timed | null
  readonly children: (isTimed: boolean) => ReactNode
}) {
  return activity ? <Timely activity={activity}>{children}</Timely> : children(false)
}

function Timely({
  activity,
  children,
}: {
  readonly activity: Timed
  readonly children: (isTimed: boolean) => ReactNode
}) {
  const { location } = useMoment(activity)
  return children(location.left !== null && location.left > 0)
}

function NextButton({ moves, onFinish }: { readonly moves: Moves; readonly onFinish: () => void }) {
  const t = useLiveTexts()
  const { next } = moves
  const isClaimed = useIsGestureClaimed()
  switch (next.type) {
    case 'go': {
      const title = titleOr(next.activity.title, t('untitled'))
      return (
        <Button
          variant={isClaimed ? 'secondary' : 'primary'}
          size="l"
          className={css['next']}
          onClick={() => void moves.goNext()}
        >
          <Icon of={next.isFirst ? CirclePlay : ArrowRight} />
          <span className={css['next-words']}>{t(next.isFirst ? 'startThis' : 'nextThis', { title })}</span>
        </Button>
      )
    }
    case 'finish':
      return (
        <Button size="l" className={css['next']} onClick={onFinish}>
          <Icon of={Flag} />
          <span className={css['next-words']}>{t('finish')}</span>
        </Button>
      )
    case 'reopen':
      return (
        <Button size="l" className={css['next']} onClick={() => void moves.reopen()}>
          <Icon of={RotateCcw} />
          <span className={css['next-words']}>{t('reopen')}</span>
        </Button>
      )
    case 'none':
      return (
        <Button size="l" className={css['next']} disabled title={t('emptyPlanHint')}>
          <Icon of={CirclePlay} />
          <span className={css['next-words']}>{t('start')}</span>
        </Button>
      )
  }
}

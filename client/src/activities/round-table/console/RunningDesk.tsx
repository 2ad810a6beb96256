import type { ConsoleView, RoundTableView } from '@escale/shared/activities/round-table'
import { ListChecks } from 'lucide-react'
import { useRef, useState } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useTellCalls } from '../../kit/calls.ts'
import { useChime } from '../../kit/chime.ts'
import type { MomentNow } from '../../kit/moment.ts'
import type { Stage } from '../../kit/views.ts'
import { useOnChange } from '../use-changes.ts'
import type { Sending } from '../use-sending.ts'
import { CallBack } from './CallBack.tsx'
import css from './Console.module.css'
import { Elsewhere } from './Elsewhere.tsx'
import { GroupTile } from './GroupTile.tsx'
import { MessageDialog } from './MessageDialog.tsx'
import { Needing } from './Needing.tsx'
import { PagesOnScreen } from './PagesOnScreen.tsx'
import { Several } from './Several.tsx'
import { Summary } from './Summary.tsx'
import { useDeskTexts } from './texts.ts'
import { type Look, lookAt, needing, tileOf, untaken } from './tiles.ts'
import { useToldGroups } from './use-told-groups.ts'
import { VisitedGroup } from './VisitedGroup.tsx'

const EXTEND_MS = 5 * 60_000
/** From this many groups on their tiles are small, so that a window holds them. */
const MANY = 8

interface RunningDeskProps {
  readonly stage: Stage<RoundTableView>
  readonly desk: ConsoleView
  readonly moment: MomentNow
  readonly send: Sending['send']
}

/** All groups at once, by number; above them, those that need somebody. */
export function RunningDesk({ stage, desk, moment, send }: RunningDeskProps) {
  const t = useDeskTexts()
  const [isReforming, setReforming] = useState(false)
  const [writingTo, setWritingTo] = useState<readonly number[]>([])
  /** The groups chosen so far; null: none are being chosen. */
  const [picked, pick] = useState<ReadonlySet<string> | null>(null)
  const choosing = useRef<HTMLButtonElement>(null)
  const { view, me, nameOf, message } = stage
  const [look, setLook] = useState<Look>('all')
  const tiles = lookAt(
    desk.groups.map((g) => tileOf(g, moment.elapsed)),
    'all',
  )
  const rooms = tiles
    .filter((tile) => tile.isOpen)
    .map(({ group }) => ({ key: group.key, number: group.number }))
  const isRunning = tiles.some((tile) => tile.isOpen)
  useToldGroups(
    stage.activity.id,
    tiles
      .filter((tile) => tile.isOpen)
      .map(({ group }) => ({ ...group, people: group.seats.map((seat) => seat.person) })),
    () => setLook('all'),
  )
  const end = view.commonEnd ?? 0
  const visited = (me.id !== null && desk.visits[me.id]) || null
  const mine = tiles.find(
    ({ group, isOpen }) => isOpen && (group.key === visited || group.seats.some((s) => s.person === me.id)),
  )
  const shown = lookAt(tiles, isRunning ? look : 'all')
  // One that came back meanwhile is chosen no more.
  const chosen = tiles
    .filter(({ group, isOpen }) => isOpen && picked?.has(group.key))
    .map(({ group }) => group)
  const toggle = (key: string) => {
    const after = new Set(picked)
    if (!after.delete(key)) after.add(key)
    pick(after)
  }
  const calls = untaken(tiles)
  useTellCalls(calls)
  // More have called, or others than before have: heard also by who looks elsewhere.
  const chime = useChime()
  useOnChange(calls, (now, before) => {
    if (now > before) chime.play()
  })
  return (
    <section className={css['running']} aria-labelledby="running-title">
      <div className={css['bar']}>
        <div className={css['grow']}>
          <h3 id="running-title">{t(isRunning ? 'running-title' : 'over-title')}</h3>
          <p className={css['soft']}>{isRunning ? t('members-note') : t('over-text')}</p>
        </div>
        <Button onClick={() => void send({ type: 'extend', group: null, ms: EXTEND_MS })}>
          {t('extend-all')}
        </Button>
        {isRunning ? <CallBack inMs={desk.callBackMs} send={send} /> : null}
        {isRunning && rooms.length > 1 ? (
          <Button
            ref={choosing}
            variant="quiet"
            aria-pressed={picked !== null}
            onClick={() => pick(picked === null ? new Set() : null)}
          >
            <Icon of={ListChecks} /> {t('several')}
          </Button>
        ) : null}
      </div>
      {isRunning ? null : <PagesOnScreen groups={desk.groups} shown={view.shown} send={send} />}
      {mine ? (
        <VisitedGroup stage={stage} now={mine} moment={moment} isVisit={mine.group.key === visited} />
      ) : null}
      {isRunning ? (
        <>
          <Summary tiles={tiles} look={look} onLook={setLook} />
          <Needing tiles={needing(tiles)} elapsed={moment.elapsed} nameOf={nameOf} send={send} />
        </>
      ) : null}
      {picked !== null && isRunning ? (
        <Several
          chosen={chosen}
          callBackMs={desk.callBackMs}
          send={send}
          onAll={() => pick(new Set(shown.filter((tile) => tile.isOpen).map((tile) => tile.group.key)))}
          onEnd={() => {
            pick(null)
            choosing.current?.focus()
          }}
          {...(message ? { onMessage: () => setWritingTo(chosen.map(({ number }) => number)) } : {})}
        />
      ) : null}
      <ul className={classNames(css['tiles'], tiles.length > MANY && css['many'])}>
        {shown.map((tile) => (
          <GroupTile
            key={tile.group.key}
            activity={stage.activity.id}
            tile={tile}
            elapsed={moment.elapsed}
            commonEnd={end}
            isVisited={tile.group.key === visited}
            callBackMs={desk.callBackMs}
            isShown={tile.group.key === view.shown?.key}
            rooms={rooms}
            nameOf={nameOf}
            send={send}
            {...(message ? { onMessage: () => setWritingTo([tile.group.number]) } : {})}
            {...(picked === null
              ? {}
              : {
                  choice: {
                    isChosen: picked.has(tile.group.key),
                    onToggle: () => toggle(tile.group.key),
                  },
                })}
          />
        ))}
      </ul>
      <Elsewhere desk={desk} rooms={rooms} nameOf={nameOf} send={send} />
      <div className={css['actions']}>
        <Button size="s" variant="quiet" onClick={() => setReforming(true)}>
          {t('reform')}
        </Button>
      </div>
      {message ? (
        <MessageDialog
          groups={writingTo}
          onClose={() => setWritingTo([])}
          onSend={(text) =>
            message(
              writingTo.map((group) => `g${group}`),
              text,
            )
          }
        />
      ) : null}
      <Dialog
        open={isReforming}
        onClose={() => setReforming(false)}
        title={t('reform-title')}
        footer={
          <>
            <Button
              variant="primary"
              onClick={() => {
                setReforming(false)
                void send({ type: 'unlaunch' })
              }}
            >
              {t('reform-yes')}
            </Button>
            <Button onClick={() => setReforming(false)}>{t('cancel')}</Button>
          </>
        }
      >
        <p>{t('reform-text')}</p>
      </Dialog>
    </section>
  )
}

import type { ConsoleView, RoundTableView } from '@escale/shared/activities/round-table'
import { useState } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
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
import { Summary } from './Summary.tsx'
import { useDeskTexts } from './texts.ts'
import { type Look, lookAt, needing, tileOf, untaken } from './tiles.ts'
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
  const [writingTo, setWritingTo] = useState<number | null>(null)
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
  const end = view.commonEnd ?? 0
  const visited = (me.id !== null && desk.visits[me.id]) || null
  const mine = tiles.find(
    ({ group, isOpen }) => isOpen && (group.key === visited || group.seats.some((s) => s.person === me.id)),
  )
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
      <ul className={classNames(css['tiles'], tiles.length > MANY && css['many'])}>
        {lookAt(tiles, isRunning ? look : 'all').map((tile) => (
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
            {...(message ? { onMessage: () => setWritingTo(tile.group.number) } : {})}
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
          group={writingTo}
          onClose={() => setWritingTo(null)}
          onSend={(text) => message(`g${writingTo}`, text)}
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

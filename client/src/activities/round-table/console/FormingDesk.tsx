import { type ActivityId, type PersonId, roomNumber } from '@escale/shared'
import type { ConsoleView, FormingChoice, RoundTableView } from '@escale/shared/activities/round-table'
import { Shuffle, Users } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useMainGesture } from '../../kit/main-gesture.ts'
import { lengthText } from '../durations.ts'
import type { Sending } from '../use-sending.ts'
import { Choices } from './Choices.tsx'
import css from './Console.module.css'
import { DraftBoard } from './DraftBoard.tsx'
import { DraftSummary } from './DraftSummary.tsx'
import { useDeskTexts } from './texts.ts'
import { useToldGroups } from './use-told-groups.ts'

interface FormingDeskProps {
  readonly activity: ActivityId
  readonly view: RoundTableView
  readonly desk: ConsoleView
  readonly nameOf: (person: PersonId) => string
  readonly send: Sending['send']
}

/** One click proposes; everything can be looked at and changed before anybody moves. */
export function FormingDesk({ activity, view, desk, nameOf, send }: FormingDeskProps) {
  const t = useDeskTexts()
  const { draft } = desk
  // Chosen before there is a draft; afterwards the draft is the truth, on every console.
  const [local, setLocal] = useState<FormingChoice | null>(null)
  const choice = draft?.choice ?? local ?? desk.choice
  const placed = draft?.groups.reduce((sum, g) => sum + g.people.length, 0) ?? 0
  const waiting = desk.unplaced.filter((id) => !desk.away.includes(id)).length
  const propose = (next: FormingChoice, redraw: boolean, repair = draft?.repair ?? 'smaller') =>
    send({ type: 'propose', choice: next, repair, redraw })
  const change = (patch: Partial<FormingChoice>) => {
    const next = { ...choice, ...patch }
    if (draft === null) setLocal(next)
    else void propose(next, false, 'smaller')
  }
  const isProposed = draft !== null && placed > 0
  useToldGroups(
    activity,
    (draft?.groups ?? []).map(({ key, people }) => ({ key, number: roomNumber(key) ?? 0, people })),
  )
  // Everybody waits for the groups: going on to the next activity is not what one means to press now.
  useMainGesture(true)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The button that was pressed is gone; its place is not taken by one that launches.
    if (isProposed && document.activeElement === document.body) heading.current?.focus()
  }, [isProposed])
  const actions = (
    <div className={css['actions']}>
      {isProposed ? (
        <>
          <Button variant="primary" size="l" onClick={() => void send({ type: 'launch' })}>
            <Icon of={Users} /> {t('form-launch')}
          </Button>
          <Button onClick={() => void propose(draft.choice, true)}>
            <Icon of={Shuffle} /> {t('form-redraw')}
          </Button>
        </>
      ) : (
        <Button
          variant="primary"
          size="l"
          disabled={waiting < 2}
          onClick={() => void propose(choice, draft !== null)}
        >
          <Icon of={Shuffle} /> {t('form-propose')}
        </Button>
      )}
    </div>
  )
  return (
    <section className={css['forming']} aria-labelledby="form-title">
      <div className={css['titles']}>
        <h3 id="form-title" ref={heading} tabIndex={-1}>
          {t('form-title')}
        </h3>
        {draft ? actions : <span className={css['count']}>{t('form-people', { count: waiting })}</span>}
      </div>
      {draft ? (
        <DraftSummary
          draft={draft}
          totalMs={view.totalMs}
          onRepair={(repair) => void propose(draft.choice, false, repair)}
          onTurn={(turnMs) => change({ turnMs })}
        />
      ) : (
        <>
          <Choices choice={choice} onChange={change} />
          {actions}
        </>
      )}
      {isProposed ? (
        <>
          <DraftBoard draft={draft} desk={desk} nameOf={nameOf} send={send} />
          <p className={css['soft']}>{t('form-launch-hint', { time: lengthText(view.totalMs, t) })}</p>
        </>
      ) : waiting < 2 ? (
        <p className={css['soft']}>{t('form-empty')}</p>
      ) : null}
      {draft ? (
        <details className={css['adjust']}>
          <summary>
            {t('form-adjust', {
              min: choice.min,
              max: choice.max,
              turn: lengthText(choice.turnMs, t),
              mix: t(`form-mix-${choice.mixBy}`),
            })}
          </summary>
          <Choices choice={choice} onChange={change} />
        </details>
      ) : null}
    </section>
  )
}

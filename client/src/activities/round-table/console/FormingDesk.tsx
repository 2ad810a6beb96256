import type { PersonId } from '@escale/shared'
import type { ConsoleView, FormingChoice, RoundTableView } from '@escale/shared/activities/round-table'
import { Shuffle, Users } from 'lucide-react'
import { useState } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { lengthText } from '../durations.ts'
import type { Sending } from '../use-sending.ts'
import { Choices } from './Choices.tsx'
import css from './Console.module.css'
import { DraftBoard } from './DraftBoard.tsx'
import { DraftSummary } from './DraftSummary.tsx'
import { useDeskTexts } from './texts.ts'

interface FormingDeskProps {
  readonly view: RoundTableView
  readonly desk: ConsoleView
  readonly nameOf: (person: PersonId) => string
  readonly send: Sending['send']
}

/** One click proposes; everything can be looked at and changed before anybody moves. */
export function FormingDesk({ view, desk, nameOf, send }: FormingDeskProps) {
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
  return (
    <section className={css['forming']} aria-labelledby="form-title">
      <h3 id="form-title">{t('form-title')}</h3>
      <p className={css['soft']}>{t('form-people', { count: draft ? placed + waiting : waiting })}</p>
      <Choices choice={choice} onChange={change} />
      {draft ? (
        <DraftSummary
          draft={draft}
          totalMs={view.totalMs}
          onRepair={(repair) => void propose(draft.choice, false, repair)}
          onTurn={(turnMs) => change({ turnMs })}
        />
      ) : null}
      <div className={classNames(css['actions'], css['sticky'])}>
        {draft && placed > 0 ? (
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
      {draft && placed > 0 ? (
        <>
          <p className={css['soft']}>{t('form-launch-hint', { time: lengthText(view.totalMs, t) })}</p>
          <DraftBoard draft={draft} desk={desk} nameOf={nameOf} send={send} />
        </>
      ) : waiting < 2 ? (
        <p className={css['soft']}>{t('form-empty')}</p>
      ) : null}
    </section>
  )
}

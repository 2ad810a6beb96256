import type { WordRallyAction, WordRallyView } from '@escale/shared/activities/word-rally'
import { Check, Undo2 } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ProperName } from '../../ui/ProperName.tsx'
import { clockFigure } from '../../ui/time-words.ts'
import css from './Console.module.css'
import { useRallyTexts } from './texts.ts'

/** After this long without a hand the facilitator gets a sentence to say, ms. */
const NOBODY_AFTER_MS = 30_000

interface ConsoleReadingsProps {
  readonly view: WordRallyView
  readonly lead: NonNullable<WordRallyView['lead']>
  readonly elapsed: number
  /** How long the sharing has lasted, ms. */
  readonly sharingFor: number
  readonly nameOf: (person: string) => string
  readonly send: (action: WordRallyAction) => Promise<boolean>
  readonly busy: boolean
}

/** Who reads, who would like to, how many have. */
export function ConsoleReadings({
  view,
  lead,
  elapsed,
  sharingFor,
  nameOf,
  send,
  busy,
}: ConsoleReadingsProps) {
  const t = useRallyTexts()
  const { called } = view
  const call = (person: string) => (
    <Button
      size="s"
      variant={called === null ? 'primary' : 'secondary'}
      busy={busy}
      disabled={called !== null}
      aria-label={t('call-person', { name: nameOf(person) })}
      onClick={() => void send({ type: 'call', person })}
    >
      {t('call')}
    </Button>
  )
  const inRoom = lead.room.filter((p) => p !== called?.person && !lead.hands.some((h) => h.person === p))
  return (
    <>
      {called === null ? null : (
        <article className={css['reading']} aria-label={t('reading-now')}>
          <p className={css['soft']}>{t('reading-now')}</p>
          <h3 translate="no">{nameOf(called.person)}</h3>
          <p role="status">{t(`mode-${called.mode}`)}</p>
          <p className={css['soft']}>
            {t('since', { time: clockFigure(Math.floor((elapsed - called.since) / 1_000) * 1_000) })}
          </p>
          <div className={css['buttons']}>
            <Button variant="primary" busy={busy} onClick={() => void send({ type: 'end' })}>
              <Icon of={Check} /> {t('end-reading')}
            </Button>
            <Button variant="quiet" busy={busy} onClick={() => void send({ type: 'skip', to: null })}>
              <Icon of={Undo2} /> {t('skip')}
            </Button>
          </div>
          {called.mode === 'shown' ? <p className={css['story']}>{called.story}</p> : null}
        </article>
      )}
      <section className={css['line']} aria-labelledby="rally-hands">
        <h3 id="rally-hands">
          {t('hands')} <span className={css['number']}>{lead.hands.length}</span>
        </h3>
        {lead.hands.length === 0 ? (
          <>
            <p className={css['soft']}>{t('no-hands')}</p>
            {sharingFor >= NOBODY_AFTER_MS && called === null && view.heard < view.readers.min ? (
              <p className={css['idea']}>{t('no-hands-idea')}</p>
            ) : null}
          </>
        ) : (
          <ol className={css['hands']}>
            {lead.hands.map(({ person, away }) => (
              <li key={person}>
                <span>
                  <ProperName>{nameOf(person)}</ProperName>{' '}
                  {away ? <span className={css['soft']}>({t('away')})</span> : null}
                </span>
                {call(person)}
              </li>
            ))}
          </ol>
        )}
        {inRoom.length > 0 ? (
          <details>
            <summary>{t('room')}</summary>
            <ul className={css['hands']}>
              {inRoom.map((person) => (
                <li key={person}>
                  <span translate="no">{nameOf(person)}</span>
                  {call(person)}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </section>
      <Progress view={view} lead={lead} nameOf={nameOf} />
    </>
  )
}

function Progress({ view, lead, nameOf }: Pick<ConsoleReadingsProps, 'view' | 'lead' | 'nameOf'>) {
  const t = useRallyTexts()
  const { min, max } = view.readers
  const expected =
    min === max ? String(max) : t(max - min === 1 ? 'expected-range' : 'expected-many', { min, max })
  return (
    <section className={css['progress']} aria-label={t('readings')}>
      <p>
        <strong>{t('readings')}</strong> {t('readings-count', { heard: view.heard, expected })}
        {lead.heard.length > 0 ? (
          <span className={css['soft']}> · {lead.heard.map(nameOf).join(', ')}</span>
        ) : null}
      </p>
      {view.heard >= max && view.called === null ? (
        <p className={css['soft']}>{t('readings-enough')}</p>
      ) : null}
      <p className={css['soft']}>{t('kept-count', { count: lead.kept })}</p>
    </section>
  )
}

import type { PersonId, WallContent, WallNote } from '@escale/shared'
import { type Choice, choicesOf, type Round, ranked, votersOf } from '@escale/shared/activities/wall'
import type { CSSProperties } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import card from '../NoteCard.module.css'
import { ChoiceText } from './ChoiceText.tsx'
import { usePaneTexts } from './pane-texts.ts'
import css from './Results.module.css'
import type { Told } from './votes-store.ts'

interface ResultsProps {
  readonly round: Round
  readonly wall: WallContent
  readonly told: Told | undefined
  readonly nameOf: (person: PersonId) => string
  readonly signature: (note: WallNote) => string
  /** No more than so many; absent: all. */
  readonly most?: number
}

/** What a vote came to: notes or stacks by their dots, those who are tied said to be. */
export function Results({
  round,
  wall,
  told,
  nameOf,
  signature,
  most = Number.POSITIVE_INFINITY,
}: ResultsProps) {
  const t = usePaneTexts()
  if (told === undefined || told.totals === null) return <p role="status">{t('counting')}</p>
  const all = ranked(choicesOf(wall, round.settings), told.totals)
  const top = all[0]?.dots ?? 1
  // A stack has been made by several: its notes say whose they are.
  const signed = ({ stack, notes: [first] }: Choice) => (stack === null && first ? signature(first) : '')
  return (
    <>
      <p className={css['voted']}>{t('voted', { count: told.voted })}</p>
      {all.length === 0 ? <p>{t('no-votes')}</p> : null}
      <ol className={css['list']}>
        {all.slice(0, most).map(({ choice, dots, rank, tied }) => (
          <li key={choice.id} className={css['entry']}>
            <span className={css['rank']}>
              {t('rank', { count: rank })}
              {tied ? <span className={css['tied']}> {t('tied')}</span> : null}
            </span>
            <div className={classNames(css['paper'], card[`paper${choice.notes[0]?.colour ?? 0}`])}>
              <ChoiceText choice={choice} />
              {signed(choice) ? (
                <span translate="no" className={css['said']}>
                  {signed(choice)}
                </span>
              ) : null}
            </div>
            <span className={css['count']}>{t('dots', { count: dots })}</span>
            <span
              className={css['bar']}
              aria-hidden="true"
              style={{ '--share': dots / top } as CSSProperties}
            />
            <Voters who={votersOf(choice, told.voters)} nameOf={nameOf} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** Who voted for it, where that is no secret and the names are known here. */
function Voters({
  who,
  nameOf,
}: {
  readonly who: Readonly<Record<PersonId, number>>
  readonly nameOf: (person: PersonId) => string
}) {
  const said = Object.entries(who).map(([person, dots]) =>
    dots > 1 ? `${nameOf(person)} ×\u00a0${dots}` : nameOf(person),
  )
  return said.length === 0 ? null : (
    <span translate="no" className={css['who']}>
      {said.join(', ')}
    </span>
  )
}

import type { PersonId, WallNote } from '@escale/shared'
import { ranked, votersOf } from '@escale/shared/activities/wall'
import type { CSSProperties } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import card from '../NoteCard.module.css'
import { usePaneTexts } from './pane-texts.ts'
import css from './Results.module.css'
import type { Told } from './votes-store.ts'

interface ResultsProps {
  /** In the order of the wall. */
  readonly notes: readonly WallNote[]
  readonly told: Told | undefined
  readonly nameOf: (person: PersonId) => string
  readonly signature: (note: WallNote) => string
  /** No more than so many; absent: all. */
  readonly most?: number
}

/** What a vote came to: notes by their dots, those who are tied said to be. */
export function Results({ notes, told, nameOf, signature, most = Number.POSITIVE_INFINITY }: ResultsProps) {
  const t = usePaneTexts()
  if (told === undefined || told.totals === null) return <p role="status">{t('counting')}</p>
  const all = ranked(notes, told.totals)
  const top = all[0]?.dots ?? 1
  return (
    <>
      <p className={css['voted']}>{t('voted', { count: told.voted })}</p>
      {all.length === 0 ? <p>{t('no-votes')}</p> : null}
      <ol className={css['list']}>
        {all.slice(0, most).map(({ note, dots, rank, tied }) => (
          <li key={note.id} className={css['entry']}>
            <span className={css['rank']}>
              {t('rank', { count: rank })}
              {tied ? <span className={css['tied']}> {t('tied')}</span> : null}
            </span>
            <div className={classNames(css['paper'], card[`paper${note.colour}`])}>
              <span className={css['text']}>{note.text}</span>
              {signature(note) ? (
                <span translate="no" className={css['said']}>
                  {signature(note)}
                </span>
              ) : null}
            </div>
            <span className={css['count']}>{t('dots', { count: dots })}</span>
            <span
              className={css['bar']}
              aria-hidden="true"
              style={{ '--share': dots / top } as CSSProperties}
            />
            <Voters who={votersOf(note, told.voters)} nameOf={nameOf} />
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

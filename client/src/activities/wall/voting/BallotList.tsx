import { type PersonId, sayCategory, type WallNote } from '@escale/shared'
import {
  type Choice,
  choicesOf,
  choiceText,
  type Meaning,
  mayReceive,
  meaningsOf,
  type Round,
  type WallView,
} from '@escale/shared/activities/wall'
import { Check, Minus, Plus } from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import { useTold } from '../../../a11y/use-told.ts'
import { classNames } from '../../../styles/class-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { drawnText } from '../../../ui/drawn-text.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Checkbox } from '../../../ui/Switch.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { useWritten } from '../../kit/place.ts'
import { RefusalNotice } from '../../kit/RefusalNotice.tsx'
import type { Stage } from '../../kit/views.ts'
import card from '../NoteCard.module.css'
import { SaveState } from '../SaveState.tsx'
import { useGradually } from '../use-gradually.ts'
import type { Wall } from '../use-wall.ts'
import css from './BallotList.module.css'
import { ChoiceText } from './ChoiceText.tsx'
import { usePaneTexts } from './pane-texts.ts'
import { useBallot } from './use-ballot.ts'
import type { Told } from './votes-store.ts'

const SAID = ['closed', 'stale', 'too-many', 'not-allowed'] as const
const EXCERPT_CHARS = 60
const excerpt = (choice: Choice) => choiceText(choice).slice(0, EXCERPT_CHARS)

interface BallotListProps {
  readonly stage: Stage<WallView>
  readonly wall: Wall
  readonly round: Round
  /** Whose dots these are. */
  readonly person: PersonId
  readonly told: Told | undefined
  /** A facilitator fills them in. */
  readonly forOther?: boolean
}

/** What may be voted for, each with its dots, and always in sight what is left to give. */
export function BallotList({ stage, wall, round, person, told, forOther = false }: BallotListProps) {
  const t = usePaneTexts()
  const { settings } = round
  const { notes, stacks, isMine, signature } = wall
  const offered = useMemo(
    () => choicesOf({ notes, stacks }, settings).filter((choice) => mayReceive(settings, choice)),
    [notes, stacks, settings],
  )
  const ids = useMemo(() => new Set(offered.map((choice) => choice.id)), [offered])
  const ballot = useBallot(stage, round, person, ids, forOther)
  const [isNarrowed, setNarrowed] = useState(false)
  const wanted = isNarrowed ? offered.filter((choice) => ballot.dots.has(choice.id)) : offered
  const shown = wanted.slice(0, useGradually(wanted.length))
  const zones = useMemo(() => new Map(stage.view.zones.map((z) => [z.id, z.title])), [stage.view.zones])
  const meanings = useMemo(() => meaningsOf(stage.view.categories), [stage.view.categories])
  // One press, one thing told.
  const left = ballot.left === 0 ? t('left-none') : t('left', { count: ballot.left })
  useTold(String(ballot.left), left)
  const refusal = SAID.find((code) => code === ballot.refusal)
  const isOwn = (note: WallNote) => (forOther ? note.author === person : isMine(note))
  return (
    <div className={css['ballot']}>
      {offered.length > 6 ? (
        <Checkbox label={t('only-mine')} checked={isNarrowed} onChange={setNarrowed} />
      ) : null}
      {shown.length === 0 ? (
        <p className={css['soft']}>{t(isNarrowed ? 'none-chosen' : 'none-to-choose')}</p>
      ) : null}
      <ul className={css['list']} aria-label={t('your-dots')}>
        {shown.map((choice) => (
          <OneChoice
            key={choice.id}
            choice={choice}
            zone={zones.get(choice.zone) ?? ''}
            meaning={meanings.get(choice.notes[0]?.colour ?? 0)}
            signature={signature}
            dots={ballot.dots.get(choice.id) ?? 0}
            total={told?.totals?.get(choice.id) ?? null}
            isClosed={!settings.own && choice.notes.every(isOwn)}
            isFull={ballot.left === 0}
            several={settings.several && settings.dots > 1}
            onSet={ballot.set}
          />
        ))}
      </ul>
      <div className={css['foot']}>
        {refusal ? (
          <Notice tone="warning" role="alert">
            {t(`refused-${refusal}`)}
          </Notice>
        ) : (
          <RefusalNotice refusal={ballot.refusal} />
        )}
        <div className={css['budget']}>
          <span className={css['dots']} aria-hidden="true">
            {Array.from({ length: settings.dots }, (_, i) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a row of equal dots
                key={i}
                className={classNames(css['dot'], i >= ballot.left && css['spent'])}
              />
            ))}
          </span>
          <strong>{left}</strong>
          <SaveState saved={wall.saved} />
        </div>
        <p className={css['soft']}>{t('may-change')}</p>
      </div>
    </div>
  )
}

interface ChoiceProps {
  readonly choice: Choice
  readonly zone: string
  /** Of the category of its note, where the wall has categories. */
  readonly meaning: Meaning | undefined
  readonly signature: (note: WallNote) => string
  readonly dots: number
  /** Everybody's; null: not told. */
  readonly total: number | null
  /** One's own, where that may not be. */
  readonly isClosed: boolean
  /** Nothing is left to give. */
  readonly isFull: boolean
  readonly several: boolean
  readonly onSet: (choice: string, dots: number) => void
}

const OneChoice = memo(function OneChoice({
  choice,
  zone,
  meaning,
  signature,
  dots,
  total,
  isClosed,
  isFull,
  several,
  onSet,
}: ChoiceProps) {
  const written = useWritten()
  const t = usePaneTexts()
  const { notes, stack } = choice
  const [first] = notes
  const own = stack === null && first ? [meaning && sayCategory(meaning), signature(first)] : []
  const said = [zone, ...own].filter(Boolean).join(' · ')
  return (
    <li className={classNames(css['choice'], card[`paper${first?.colour ?? 0}`], dots > 0 && css['taken'])}>
      <div className={css['words']}>
        <ChoiceText choice={choice} />
        {stack === null ? null : (
          <details className={css['inside']}>
            <summary>{t('see-inside')}</summary>
            <ul>
              {notes.map((note) => (
                <li key={note.id} {...written} className={css['text']}>
                  {drawnText(note.text)}
                </li>
              ))}
            </ul>
          </details>
        )}
        {said ? (
          <span dir="auto" className={css['said']}>
            {said}
          </span>
        ) : null}
        {total === null ? null : <span className={css['said']}>{t('dots', { count: total })}</span>}
      </div>
      {isClosed ? (
        <span className={css['said']}>{t(stack === null ? 'yours' : 'yours-all')}</span>
      ) : several ? (
        <div className={css['steps']}>
          <Button
            square
            aria-label={t('less', { text: excerpt(choice) })}
            aria-disabled={dots === 0 || undefined}
            onClick={() => (dots > 0 ? onSet(choice.id, dots - 1) : undefined)}
          >
            <Icon of={Minus} />
          </Button>
          <span className={css['count']}>
            <span aria-hidden="true">{dots}</span>
            <VisuallyHidden>{t('dots', { count: dots })}</VisuallyHidden>
          </span>
          <Button
            square
            variant={isFull ? 'secondary' : 'primary'}
            aria-label={t('more', { text: excerpt(choice) })}
            aria-disabled={isFull || undefined}
            onClick={() => (isFull ? undefined : onSet(choice.id, dots + 1))}
          >
            <Icon of={Plus} />
          </Button>
        </div>
      ) : (
        <Button
          variant={dots > 0 ? 'primary' : 'secondary'}
          aria-pressed={dots > 0}
          aria-label={t('choose', { text: excerpt(choice) })}
          aria-disabled={(dots === 0 && isFull) || undefined}
          onClick={() => (dots === 0 && isFull ? undefined : onSet(choice.id, dots > 0 ? 0 : 1))}
        >
          {dots > 0 ? (
            <>
              <Icon of={Check} /> {t('chosen')}
            </>
          ) : (
            t('choose-short')
          )}
        </Button>
      )}
    </li>
  )
})

import type { RoundTableDraft } from '@escale/shared/activities/round-table'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useLanguage } from '../../../i18n/language.ts'
import { classNames } from '../../../styles/class-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { ArithmeticLine } from '../ArithmeticLine.tsx'
import css from './Console.module.css'
import { sizesText } from './sizes-text.ts'
import { type DeskSay, useDeskTexts } from './texts.ts'
import { verdictOf } from './verdict.ts'

interface DraftSummaryProps {
  readonly draft: RoundTableDraft
  readonly totalMs: number
  readonly onRepair: (repair: 'smaller' | 'larger') => void
  readonly onTurn: (turnMs: number) => void
}

/** In words: whether the draw is good, how many groups of which sizes, why, at what price in time, how well people are mixed. */
export function DraftSummary({ draft, totalMs, onRepair, onTurn }: DraftSummaryProps) {
  const t = useDeskTexts()
  const language = useLanguage()
  const { choice, alternative, repair, repeats } = draft
  const sizes = draft.groups.map((g) => g.people.length).filter((n) => n > 0)
  const people = sizes.reduce((sum, n) => sum + n, 0)
  const largest = Math.max(0, ...sizes)
  const verdict = verdictOf(draft, totalMs)
  return (
    <div className={classNames(css['summary'], css[verdict.is])}>
      {sizes.length > 0 ? (
        <p role="status" className={css['verdict']}>
          <Icon of={verdict.is === 'good' ? CircleCheck : TriangleAlert} />
          <span>
            <strong className={css['strong']}>{sizesText(sizes, t, language)}</strong>{' '}
            {t(`verdict-${verdict.is}`)}
          </span>
        </p>
      ) : null}
      <div className={css['details']}>
        <div className={css['lines']}>
          {draft.reason ? (
            <p>
              {t(`reason-${draft.reason}`, {
                n: people,
                min: choice.min,
                max: choice.max,
              })}
            </p>
          ) : null}
          {repeats > 0 ? <p>{t('repeats', { count: repeats })}</p> : null}
          <Mixing draft={draft} t={t} />
        </div>
        <div className={css['lines']}>
          {largest > 0 ? (
            <ArithmeticLine size={largest} turnMs={choice.turnMs} totalMs={totalMs} onTurn={onTurn} />
          ) : null}
          {alternative ? (
            <Button size="s" onClick={() => onRepair(repair === 'smaller' ? 'larger' : 'smaller')}>
              {t(repair === 'smaller' ? 'larger' : 'smaller', {
                sizes: sizesText(alternative, t, language),
              })}
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  )
}

function Mixing({ draft, t }: { readonly draft: RoundTableDraft; readonly t: DeskSay }) {
  const { mixBy } = draft.choice
  if (mixBy === 'none') return null
  if (draft.labelled === 0) return <p className={css['soft']}>{t('alone-none')}</p>
  return (
    <p className={css['soft']}>
      {t(mixBy === 'organisation' ? 'alone' : 'alone-territory', { count: draft.alone.length })}
    </p>
  )
}

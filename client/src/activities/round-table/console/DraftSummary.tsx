import type { RoundTableDraft } from '@escale/shared/activities/round-table'
import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/Button.tsx'
import { ArithmeticLine } from '../ArithmeticLine.tsx'
import css from './Console.module.css'
import { sizesText } from './sizes-text.ts'
import { type DeskSay, useDeskTexts } from './texts.ts'

interface DraftSummaryProps {
  readonly draft: RoundTableDraft
  readonly totalMs: number
  readonly onRepair: (repair: 'smaller' | 'larger') => void
  readonly onTurn: (turnMs: number) => void
}

/** In words: how many groups of which sizes, why, at what price in time, and how well people are mixed. */
export function DraftSummary({ draft, totalMs, onRepair, onTurn }: DraftSummaryProps) {
  const t = useDeskTexts()
  const language = useLanguage()
  const { choice, alternative, repair, repeats } = draft
  const sizes = draft.groups.map((g) => g.people.length).filter((n) => n > 0)
  const people = sizes.reduce((sum, n) => sum + n, 0)
  const largest = Math.max(0, ...sizes)
  return (
    <div className={css['summary']}>
      {sizes.length > 0 ? <p className={css['strong']}>{sizesText(sizes, t, language)}</p> : null}
      {draft.reason ? (
        <p>
          {t(`reason-${draft.reason}`, {
            n: people,
            min: choice.min,
            max: choice.max,
          })}
        </p>
      ) : null}
      {alternative ? (
        <Button size="s" onClick={() => onRepair(repair === 'smaller' ? 'larger' : 'smaller')}>
          {t(repair === 'smaller' ? 'larger' : 'smaller', {
            sizes: sizesText(alternative, t, language),
          })}
        </Button>
      ) : null}
      {largest > 0 ? (
        <ArithmeticLine size={largest} turnMs={choice.turnMs} totalMs={totalMs} onTurn={onTurn} />
      ) : null}
      <Mixing draft={draft} t={t} />
      {repeats > 0 ? <p>{t('repeats', { count: repeats })}</p> : null}
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

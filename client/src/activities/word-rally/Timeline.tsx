import { fittingInterval, instantsOf, type WordRallyDefinition } from '@escale/shared/activities/word-rally'
import { Notice } from '../../ui/Notice.tsx'
import { clockFigure } from '../../ui/time-words.ts'
import css from './Editor.module.css'
import { useRallyTexts } from './texts.ts'

interface TimelineProps {
  readonly definition: WordRallyDefinition
  readonly durationMs: number
}

/** When each word comes, and what is left after the last; says so when the interval had to be shortened. */
export function Timeline({ definition, durationMs }: TimelineProps) {
  const t = useRallyTexts()
  const words =
    definition.source === 'prepared'
      ? definition.words.filter((w) => w.trim() !== '').length
      : Math.min(definition.draws, new Set(definition.pool).size)
  const instants = instantsOf(words, definition.intervalMs, durationMs)
  const fitting = fittingInterval(words, definition.intervalMs, durationMs)
  return (
    <section aria-label={t('timeline')} className={css['timeline']}>
      <strong>{t('timeline')}</strong>
      {instants.length === 0 ? (
        <p>{t('no-words')}</p>
      ) : (
        <p className={css['instants']}>
          {instants.map(clockFigure).join(' · ')},{' '}
          {t('time-after', { time: clockFigure(durationMs - (instants.at(-1) ?? 0)) })}
        </p>
      )}
      {fitting < definition.intervalMs ? (
        <Notice tone="warning">{t('interval-shortened', { time: clockFigure(fitting) })}</Notice>
      ) : null}
      <p className={css['soft']}>{t('duration-hint')}</p>
    </section>
  )
}

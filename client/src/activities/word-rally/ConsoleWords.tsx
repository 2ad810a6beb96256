import type { WordRallyAction, WordRallyView } from '@escale/shared/activities/word-rally'
import { Check, Dices } from 'lucide-react'
import { classNames } from '../../styles/class-names.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { clockFigure } from '../../ui/time-words.ts'
import { useWritten } from '../kit/place.ts'
import css from './Console.module.css'
import { useRallyTexts } from './texts.ts'

interface ConsoleWordsProps {
  readonly words: NonNullable<WordRallyView['lead']>['words']
  readonly elapsed: number
  /** Activity time at which the writing ends, ms. */
  readonly writingEnd: number
  readonly send: (action: WordRallyAction) => Promise<boolean>
  readonly busy: boolean
}

/** All the words with their instants: given, next, to come. */
export function ConsoleWords({ words, elapsed, writingEnd, send, busy }: ConsoleWordsProps) {
  const written = useWritten()
  const t = useRallyTexts()
  const next = words.findIndex((w) => w.at > elapsed && w.at < writingEnd)
  if (words.length === 0) return <p className={css['soft']}>{t('no-words')}</p>
  return (
    <ol className={css['words']} aria-label={t('words')}>
      {words.map(({ word, at, redrawable }, index) => {
        const isNever = at >= writingEnd
        const isGiven = !isNever && at <= elapsed
        return (
          <li
            key={`${at}/${word}`}
            className={classNames(
              css['word'],
              isGiven && css['given'],
              isNever && css['never'],
              index === next && css['next'],
            )}
          >
            <span translate="no" className={css['at']}>
              {clockFigure(at)}
            </span>
            <strong {...written}>{word}</strong>
            <span className={css['when']}>
              {isGiven ? (
                <>
                  <Icon of={Check} size={1} /> {t('given')}
                </>
              ) : isNever ? (
                t('never')
              ) : index === next ? (
                t('next-in', { time: clockFigure(at - elapsed) })
              ) : (
                t('later')
              )}
            </span>
            {redrawable ? (
              <Button
                variant="quiet"
                size="s"
                square
                busy={busy}
                aria-label={t('redraw', { word })}
                title={t('redraw', { word })}
                onClick={() => void send({ type: 'redraw', index })}
              >
                <Icon of={Dices} />
              </Button>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}

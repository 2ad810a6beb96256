import { Check } from 'lucide-react'
import { classNames } from '../../styles/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useWritten } from '../kit/place.ts'
import { useRallyTexts } from './texts.ts'
import type { ShownWord } from './use-shown-words.ts'
import css from './Words.module.css'

interface WordsProps {
  readonly shown: readonly ShownWord[]
  /** How many are still to come. */
  readonly toCome: number
  /** For each word, whether the story uses it; absent: nobody asked. */
  readonly used?: readonly boolean[]
  readonly size?: 'chips' | 'big' | 'huge'
}

/** The words given so far, as paper labels, and a place for each that is still to come. */
export function Words({ shown, toCome, used, size = 'chips' }: WordsProps) {
  const written = useWritten()
  const t = useRallyTexts()
  return (
    <ol className={classNames(css['words'], css[size])} aria-label={t('words')}>
      {shown.map(({ word, at, fresh }, index) => (
        <li
          key={`${at}/${word}`}
          className={classNames(css['word'], fresh && css['fresh'], used?.[index] && css['used'])}
        >
          {used?.[index] ? <Icon of={Check} size={1} /> : null}
          <bdi {...written}>{word}</bdi>
          {used?.[index] ? <VisuallyHidden> ({t('word-used')})</VisuallyHidden> : null}
        </li>
      ))}
      {Array.from({ length: toCome }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places have no identity
        <li key={index} className={css['place']} aria-hidden="true" />
      ))}
      {toCome > 0 ? (
        <li className={css['spoken']}>
          <VisuallyHidden>{t('more-words', { count: toCome })}</VisuallyHidden>
        </li>
      ) : null}
    </ol>
  )
}

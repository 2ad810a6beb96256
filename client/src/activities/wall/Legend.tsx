import { classNames } from '../../styles/class-names.ts'
import { useCardTexts } from './card-texts.ts'
import css from './categories.module.css'
import { useMeanings } from './categories.tsx'
import card from './NoteCard.module.css'

/** What each colour means, for whoever reads the wall. */
export function Legend() {
  const t = useCardTexts()
  const meanings = useMeanings()
  if (meanings.size === 0) return null
  return (
    <ul className={css['legend']} aria-label={t('categories')}>
      {[...meanings].map(([colour, { letter, label }]) => (
        <li key={colour} className={css['entry']}>
          <span className={classNames(css['swatch'], card[`paper${colour}`])} aria-hidden="true">
            {letter}
          </span>
          <bdi>{label}</bdi>
        </li>
      ))}
    </ul>
  )
}

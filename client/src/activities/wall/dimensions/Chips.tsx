import type { WallNote } from '@escale/shared'
import { sayValue, valuesShown } from '@escale/shared/activities/wall'
import { useLanguage } from '../../../i18n/language.ts'
import css from './Chips.module.css'
import { useDimensions } from './dimensions.tsx'

/** What a note is measured by, in words, for whoever hears it; empty: nothing. */
export function useMeasures(note: WallNote): readonly { readonly label: string; readonly value: string }[] {
  const language = useLanguage()
  return valuesShown(useDimensions(), note).map((shown) => ({
    label: shown.dimension.label,
    value: sayValue(shown, language),
  }))
}

/** The values of a note on its card. */
export function Chips({ measures }: { readonly measures: ReturnType<typeof useMeasures> }) {
  if (measures.length === 0) return null
  return (
    <span className={css['chips']}>
      {measures.map(({ label, value }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two dimensions may have the same name
        <span key={i} dir="auto" className={css['chip']}>
          {label} <strong dir="auto">{value}</strong>
        </span>
      ))}
    </span>
  )
}

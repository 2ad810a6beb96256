import { useEffect, useState } from 'react'
import { useLanguage } from '../../i18n/language.ts'
import type { Language } from '../../i18n/wording.ts'

type Animals = Readonly<Record<Language, readonly string[]>>
const NONE: readonly string[] = []

/** The names that pseudonyms are made of, where there are any; none until they have come. */
export function useAnimals(isWanted: boolean): readonly string[] {
  const language = useLanguage()
  const [animals, setAnimals] = useState<Animals | null>(null)
  useEffect(() => {
    if (isWanted) void import('./animal-texts.ts').then((found) => setAnimals(found.animals))
  }, [isWanted])
  return animals?.[language] ?? NONE
}

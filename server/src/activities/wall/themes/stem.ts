/**
 * What remains of a word without its endings, so that « simplifier », « simplicité » and « simple » meet. Stronger than a
 * grammarian would like: on a wall two related words are nearly always about the same thing. Works on words without accents.
 */
import type { NoteLanguage } from './stop-words.ts'

/** The shortest remainder that still tells one word from another. */
const STEM_MIN_CHARS = 4

const byLength = (list: string): readonly string[] => list.split(' ').sort((a, b) => b.length - a.length)

const ENDINGS: Readonly<Record<NoteLanguage, readonly string[]>> = {
  fr: byLength(
    's x e es ee ees er ez ir re ent ons ant ants ante antes ion ions ation ations ition itions ateur ateurs atrice atrices atif atifs ative atives if ifs ive ives ement ements issement issements ite ites ance ances ence ences able ables ible ibles iste istes isme ismes eur eurs euse euses eux al ale ales aux el elle els elles ique iques aire aires oire oires orial oriale oriaux ier iers iere ieres age ages iser isation isations ifier ification ifications icite icites ie ies ien iens ienne iennes ial iale iaux iel ielle iels ielles it is ait aient era erait erons',
  ),
  en: byLength(
    's es ed e ing ings er ers or ors ly y ies ied ness ment ments ion ions ation ations ational ative ator ators al ally ial able ible ity ities ive ives ful less ism ist ists ize ise izes ized ised izing ising ization isation ic ical ous ance ence ant ent ship',
  ),
}

/** Of two endings that fit, the longest that leaves enough; then what is doubled at the end is made single. */
export function stem(word: string, language: NoteLanguage): string {
  const ending = ENDINGS[language].find(
    (one) => word.length - one.length >= STEM_MIN_CHARS && word.endsWith(one),
  )
  const plural = word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word
  const rest = ending === undefined ? plural : word.slice(0, -ending.length)
  return rest.replace(/([bcdfglmnprstz])\1$/, '$1')
}

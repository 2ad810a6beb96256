import { IRREGULAR } from './irregular-verbs.ts'

/**
 * Conjugation of French verbs in plain form (no accents), from the infinitive. Every stem takes every ending of its
 * class, so a few forms come out that nobody says; they are not words, and do no harm here.
 */

/** Present, imperfect, subjunctive and imperative of the first group, and its participles. */
const FIRST =
  'e es ons ez ent ais ait ions iez aient ant ai as a ames ates erent asse asses at assions assiez assent ee ees'.split(
    ' ',
  )
const PRESENT = ['', ...'s t e es ons ez ent ais ait ions iez aient ant'.split(' ')]
const FUTURE = 'ai as a ons ez ont ais ait ions iez aient'.split(' ')
/** After a stem in i or u: simple past, imperfect subjunctive. */
const PAST = 's t mes tes rent sse sses ssions ssiez ssent'.split(' ')
const PARTICIPLE = ['', 'e', 's', 'es']

const join = (stems: readonly string[], endings: readonly string[]): string[] =>
  stems.flatMap((stem) => endings.map((ending) => stem + ending))

/** Ends like an infinitive, is none, and would give another common word. */
const NOT_VERBS = new Set(
  `amer berger boulanger cahier cancer cher cuiller danger dernier enfer etranger fer fier foyer hier hiver
  mer panier papier passager premier quartier rocher tablier ver verger avenir desir elixir plaisir soupir saphir
  cadre cendre cidre foudre gendre ordre poudre`.split(/\s+/),
)

function firstGroup(verb: string): string[] {
  const stem = verb.slice(0, -2)
  const stems = [stem]
  if (stem.endsWith('g')) stems.push(`${stem}e`)
  if (stem.endsWith('y')) stems.push(`${stem.slice(0, -1)}i`)
  // appelle, jette
  if (/e[lt]$/.test(stem)) stems.push(stem + stem.slice(-1))
  const futures = stems.map((s) => `${s}er`)
  return [...join(stems, FIRST), ...join(futures, FUTURE)]
}

function secondGroup(verb: string): string[] {
  const stem = verb.slice(0, -1)
  return [
    ...join([stem], [...PAST, ...PARTICIPLE]),
    ...join([`${stem}ss`], PRESENT.slice(3)),
    ...join([verb], FUTURE),
  ]
}

function thirdGroup(verb: string): string[] {
  const stem = verb.slice(0, -2)
  return [
    ...join([stem], PRESENT),
    ...join([`${stem}r`], FUTURE),
    ...join([`${stem}i`], PAST),
    ...join([`${stem}u`], PARTICIPLE),
  ]
}

function irregular(verb: string): string[] | undefined {
  const family = IRREGULAR.find((f) => (f.alone ? verb === f.infinitive : verb.endsWith(f.infinitive)))
  if (family === undefined) return undefined
  const prefix = verb.slice(0, -family.infinitive.length)
  const forms = [
    ...family.forms,
    ...join(family.present, PRESENT),
    ...join(family.future, FUTURE),
    ...join(family.past, PAST),
    ...join(family.participle, PARTICIPLE),
  ]
  return forms.map((form) => prefix + form)
}

/** The forms of a verb given in the infinitive; none when the word is not one. */
export function verbForms(word: string): string[] {
  if (word.length < 4 || NOT_VERBS.has(word)) return []
  const known = irregular(word)
  if (known) return known
  if (word.endsWith('er')) return firstGroup(word)
  if (word.endsWith('ir') && !word.endsWith('oir')) return secondGroup(word)
  return /(dre|pre)$/.test(word) ? thirdGroup(word) : []
}

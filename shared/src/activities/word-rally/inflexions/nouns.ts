/**
 * Number and gender of French nouns and adjectives, in plain form (no accents). Rules that would turn one common word
 * into another (porte into port, course into cours) are left out: a missed form is less strange than a false one.
 */

/** Ends in s or x already in the singular. */
const INVARIABLE = new Set(
  `avis bas biais bois bras choix corps cours creux croix dehors discours dos dessous dessus fils fois
  gens gros heureux houx lors mars mois noix os paix parcours pas paris pays poids pois prix pus recours
  refus repas repos secours sens sous souris tapis temps toux velours vers voix`.split(/\s+/),
)

/** Words that change more than their ending. */
const FAMILIES = [
  'beau bel beaux belle belles',
  'nouveau nouvel nouveaux nouvelle nouvelles',
  'vieux vieil vieille vieilles',
  'fou fol fous folle folles',
  'mou mol mous molle molles',
  'doux douce douces',
  'roux rousse rousses',
  'blanc blancs blanche blanches',
  'frais fraiche fraiches',
  'sec secs seche seches',
  'long longs longue longues',
  'public publics publique publiques',
  'oeil yeux',
  'ciel ciels cieux',
  'aieul aieuls aieux aieule aieules',
  'voisin voisins voisine voisines',
  'cousin cousins cousine cousines',
  'copain copains copine copines',
  'ami amis amie amies',
  'compagnon compagnons compagne compagnes',
  'roi rois reine reines',
  'heros heroine heroines',
].map((family) => family.split(' '))

/** Masculine ending, feminine ending; both ways, in words of at least five letters. */
const GENDERS = [
  ['eux', 'euse'],
  ['eur', 'euse'],
  ['teur', 'trice'],
  ['if', 'ive'],
  ['el', 'elle'],
  ['ien', 'ienne'],
  ['een', 'eenne'],
  ['ier', 'iere'],
  ['ain', 'aine'],
  ['ais', 'aise'],
  ['ois', 'oise'],
  ['al', 'ale'],
  ['ant', 'ante'],
  ['ent', 'ente'],
  ['eret', 'erete'],
  ['uet', 'uette'],
  ['ard', 'arde'],
] as const
/** Pairs that look like a gender and are not. */
const NOT_A_GENDER = new Set([
  'grain',
  'graine',
  'chaine',
  'plaine',
  'semaine',
  'laine',
  'gaine',
  'palais',
  'rivale',
])

function singularOf(word: string): string[] {
  if (word.length < 4 || INVARIABLE.has(word)) return []
  if (word.endsWith('eaux') || word.endsWith('eux')) return [word.slice(0, -1)]
  if (word.endsWith('aux')) return [`${word.slice(0, -3)}al`, `${word.slice(0, -3)}ail`, word.slice(0, -1)]
  return word.endsWith('s') || word.endsWith('oux') ? [word.slice(0, -1)] : []
}

function pluralsOf(word: string): string[] {
  if (/[sxz]$/.test(word)) return []
  if (/(eau|eu|au)$/.test(word)) return [`${word}x`, `${word}s`]
  if (/(ou)$/.test(word)) return [`${word}s`, `${word}x`]
  if (word.endsWith('al')) return [`${word.slice(0, -2)}aux`, `${word}s`]
  if (word.endsWith('ail')) return [`${word.slice(0, -3)}aux`, `${word}s`]
  return [`${word}s`]
}

function gendersOf(word: string): string[] {
  if (word.length < 5 || NOT_A_GENDER.has(word)) return []
  return GENDERS.flatMap(([masculine, feminine]) => [
    ...(word.endsWith(masculine) ? [word.slice(0, -masculine.length) + feminine] : []),
    ...(word.endsWith(feminine) ? [word.slice(0, -feminine.length) + masculine] : []),
  ])
}

/** The forms that a noun or an adjective may take, itself included. */
export function nounForms(word: string): string[] {
  const family = FAMILIES.find((f) => f.includes(word)) ?? []
  const singulars = [word, ...singularOf(word), ...family]
  const both = singulars.flatMap((s) => [s, ...gendersOf(s)])
  return both.flatMap((form) => [form, ...pluralsOf(form)])
}

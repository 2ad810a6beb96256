/** The words that several formats put around the harvest, in the language of the session. */
import type { Harvest, HarvestNote, RankedNote, WallWords } from '@escale/shared'

type Count = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>

const fr = {
  title: 'Récolte',
  interim: 'Récolte provisoire : la séance n’est pas terminée.',
  participants: { one: '{n} participant·e', other: '{n} participant·es' },
  people: 'Qui était là',
  contents: 'Sommaire',
  notes: { one: '{n} contribution', other: '{n} contributions' },
  votes: { one: '{n} vote', other: '{n} votes' },
  likes: { one: '{n} cœur', other: '{n} cœurs' },
  categories: 'Ce que veulent dire les couleurs',
  result: 'Résultat du vote',
  resultOf: 'Résultat du vote {n}',
  voted: { one: '{n} personne a voté', other: '{n} personnes ont voté' },
  tiedRank: '{n} ex æquo',
  emptyZone: 'Personne n’a écrit ici.',
  stack: 'Pile sans nom',
  words: 'Les mots',
  stories: 'Histoires partagées',
  noStory: 'Pas d’histoire partagée.',
  group: 'Groupe {n}',
  noPage: 'Pas de notes de ce groupe.',
  unreadable: 'Une partie de ce qui a été écrit ici est abîmée sur le serveur et ne peut pas être lue.',
  link: 'Lien',
  picture: 'Image',
  drawing: 'Dessin',
  untitled: 'Sans titre',
  slide: 'diapositive',
  poster: 'affiche',
  named: 'avec les noms',
  nothing: 'Il n’y a encore rien à récolter.',
  noWall: 'Il n’y a pas de mur dans cette récolte.',
  list: { separator: ' · ', colon: '\u00a0: ', quote: ['«\u00a0', '\u00a0»'] },
} as const

type Words = {
  readonly [K in keyof typeof fr]: (typeof fr)[K] extends string
    ? string
    : K extends 'list'
      ? { readonly separator: string; readonly colon: string; readonly quote: readonly [string, string] }
      : Count
}

const en: Words = {
  title: 'Harvest',
  interim: 'Provisional harvest: the session is not over.',
  participants: { one: '{n} participant', other: '{n} participants' },
  people: 'Who was there',
  contents: 'Contents',
  notes: { one: '{n} contribution', other: '{n} contributions' },
  votes: { one: '{n} vote', other: '{n} votes' },
  likes: { one: '{n} heart', other: '{n} hearts' },
  categories: 'What the colours mean',
  result: 'Result of the vote',
  resultOf: 'Result of vote {n}',
  voted: { one: '{n} person voted', other: '{n} people voted' },
  tiedRank: '{n} (tied)',
  emptyZone: 'Nobody wrote here.',
  stack: 'Unnamed stack',
  words: 'The words',
  stories: 'Shared stories',
  noStory: 'No story was shared.',
  group: 'Group {n}',
  noPage: 'No notes from this group.',
  unreadable: 'Some of what was written here is damaged on the server and cannot be read.',
  link: 'Link',
  picture: 'Picture',
  drawing: 'Drawing',
  untitled: 'Untitled',
  slide: 'slide',
  poster: 'poster',
  named: 'with names',
  nothing: 'There is nothing to harvest yet.',
  noWall: 'There is no wall in this harvest.',
  list: { separator: ' · ', colon: ': ', quote: ['“', '”'] },
}

const LANGUAGES: Readonly<Record<Harvest['language'], Words>> = { fr, en }
const LOCALES: Readonly<Record<Harvest['language'], string>> = { fr: 'fr-FR', en: 'en-GB' }

export const wordsOf = ({ language }: Pick<Harvest, 'language'>): Words => LANGUAGES[language]

/** A count in words, in the plural form that the language asks for. */
export function counted(harvest: Pick<Harvest, 'language'>, forms: Count, n: number): string {
  const form = new Intl.PluralRules(harvest.language).select(n)
  const said = new Intl.NumberFormat(LOCALES[harvest.language]).format(n)
  return (forms[form] ?? forms.other ?? '{n}').replace('{n}', said)
}

/** A day (YYYY-MM-DD), written out. */
export const dayOf = ({ language }: Harvest, day: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day))

/** A kind names its groups by number; a name that is not a number stays as it is. */
export const groupTitle = (harvest: Harvest, title: string): string =>
  /^\d+$/.test(title) ? wordsOf(harvest).group.replace('{n}', title) : title

/** The name under an item, when the harvest names its author. */
export const nameOf = ({ names }: Harvest, author: string | null): string | null =>
  author === null || names === null || !Object.hasOwn(names, author) ? null : (names[author] ?? null)

/** Votes and hearts of a note, as far as it has any. */
export function weightOf(harvest: Harvest, { votes = 0, likes = 0 }: HarvestNote): string {
  const say = wordsOf(harvest)
  return [
    votes > 0 ? counted(harvest, say.votes, votes) : '',
    likes > 0 ? counted(harvest, say.likes, likes) : '',
  ]
    .filter(Boolean)
    .join(say.list.separator)
}

/** How many notes stand together, and what they were given as one. */
export function sizeOf(
  harvest: Harvest,
  { notes, votes }: { readonly notes: readonly unknown[]; readonly votes?: number | undefined },
): string {
  const say = wordsOf(harvest)
  const given = votes === undefined ? [] : [counted(harvest, say.votes, votes)]
  return [counted(harvest, say.notes, notes.length), ...given].join(say.list.separator)
}

/** What a ranking is called; where there are several, it says of which vote it is. */
export const resultTitle = (harvest: Harvest, round: number | undefined): string => {
  const { result, resultOf } = wordsOf(harvest)
  return round === undefined ? result : resultOf.replace('{n}', String(round))
}

/** A place in a ranking; whoever shares it is told so. */
export const rankText = (harvest: Harvest, { rank, tied }: Pick<RankedNote, 'rank' | 'tied'>): string =>
  tied ? wordsOf(harvest).tiedRank.replace('{n}', String(rank)) : String(rank)

/** The names of people, as far as the harvest names them. */
export const namesOf = (harvest: Harvest, people: readonly string[]): readonly string[] =>
  people.flatMap((id) => nameOf(harvest, id) ?? [])

/** What a note was measured by, in one line; empty: nothing. */
export function measuresOf(harvest: Harvest, { values = [] }: HarvestNote): string {
  const { colon, separator } = wordsOf(harvest).list
  return values.map(({ label, value }) => (label === '' ? value : `${label}${colon}${value}`)).join(separator)
}

/** What is on a note beside its text, for a format that shows text only. */
export const artWords = (harvest: Harvest, { picture, drawing }: HarvestNote): readonly string[] => [
  ...(picture === undefined ? [] : [wordsOf(harvest).picture]),
  ...(drawing === undefined ? [] : [wordsOf(harvest).drawing]),
]

export function wallWords(harvest: Harvest, day: string): WallWords {
  const words = wordsOf(harvest)
  return {
    count: (n) => counted(harvest, words.notes, n),
    size: (stack) => sizeOf(harvest, stack),
    date: dayOf(harvest, day),
    empty: words.emptyZone,
    weight: (note) => weightOf(harvest, note),
    measures: (note) => measuresOf(harvest, note),
    stack: words.stack,
  }
}

export const sectionTitle = (harvest: Harvest, title: string): string =>
  title.trim() === '' ? wordsOf(harvest).untitled : title

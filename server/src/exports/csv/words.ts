import type { NoteColour } from '@escale/shared'

export const words = {
  fr: {
    name: 'Tableur (CSV)',
    purpose: 'Une ligne par contribution, pour trier et compter dans LibreOffice ou Excel.',
  },
  en: {
    name: 'Spreadsheet (CSV)',
    purpose: 'One row per contribution, to sort and count in LibreOffice or Excel.',
  },
} as const

/** In the order in which they stand. */
export const COLUMNS = [
  ...(['activity', 'question', 'type', 'zone', 'stack', 'text', 'category', 'colour'] as const),
  ...(['author', 'group', 'votes', 'likes', 'rank'] as const),
]
export type Column = (typeof COLUMNS)[number]

export const columns: Readonly<Record<'fr' | 'en', Readonly<Record<Column, string>>>> = {
  fr: {
    activity: 'séquence',
    question: 'question',
    type: 'type',
    zone: 'zone',
    stack: 'pile',
    text: 'texte',
    category: 'catégorie',
    colour: 'couleur',
    author: 'auteur·rice',
    group: 'groupe',
    votes: 'votes',
    likes: 'cœurs',
    rank: 'rang',
  },
  en: {
    activity: 'activity',
    question: 'question',
    type: 'type',
    zone: 'zone',
    stack: 'stack',
    text: 'text',
    category: 'category',
    colour: 'colour',
    author: 'author',
    group: 'group',
    votes: 'votes',
    likes: 'hearts',
    rank: 'rank',
  },
}

export const items = {
  fr: {
    note: 'note',
    stack: 'pile',
    story: 'histoire',
    word: 'mot',
    group: 'page de groupe',
    text: 'texte',
    link: 'lien',
    picture: 'image',
    row: 'ligne de tableau',
    person: 'participant·e',
  },
  en: {
    note: 'note',
    stack: 'stack',
    story: 'story',
    word: 'word',
    group: 'group page',
    text: 'text',
    link: 'link',
    picture: 'picture',
    row: 'table row',
    person: 'participant',
  },
} as const

/** A colour without a name in one of the languages does not compile. */
export const colours: Readonly<Record<'fr' | 'en', Readonly<Record<NoteColour['id'], string>>>> = {
  fr: {
    straw: 'paille',
    apricot: 'abricot',
    rose: 'rose',
    lavender: 'lavande',
    sky: 'ciel',
    sea: 'mer',
    sprout: 'pousse',
    sand: 'sable',
  },
  en: {
    straw: 'straw',
    apricot: 'apricot',
    rose: 'rose',
    lavender: 'lavender',
    sky: 'sky',
    sea: 'sea',
    sprout: 'sprout',
    sand: 'sand',
  },
}

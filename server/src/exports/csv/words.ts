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

export const columns = {
  fr: ['séquence', 'type', 'zone', 'texte', 'couleur', 'auteur·rice', 'groupe', 'votes', 'cœurs', 'rang'],
  en: ['activity', 'type', 'zone', 'text', 'colour', 'author', 'group', 'votes', 'hearts', 'rank'],
} as const

export const items = {
  fr: {
    note: 'note',
    story: 'histoire',
    word: 'mot',
    group: 'page de groupe',
    text: 'texte',
    link: 'lien',
    picture: 'image',
    ranked: 'résultat de vote',
    row: 'ligne de tableau',
    person: 'participant·e',
  },
  en: {
    note: 'note',
    story: 'story',
    word: 'word',
    group: 'group page',
    text: 'text',
    link: 'link',
    picture: 'picture',
    ranked: 'vote result',
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

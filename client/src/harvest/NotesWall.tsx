import type { Harvest, HarvestBlock, HarvestNote } from '@escale/shared'
import { classNames } from '../styles/class-names.ts'
import css from './NotesWall.module.css'
import { useHarvestTexts } from './texts.ts'
import { Measures, Signature, Written } from './Written.tsx'

interface NotesWallProps {
  readonly block: Extract<HarvestBlock, { readonly type: 'notes' }>
  readonly harvest: Harvest
}

/** Votes and hearts, as far as there are any. */
function Weight({ note: { votes = 0, likes = 0 } }: { readonly note: HarvestNote }) {
  const t = useHarvestTexts()
  const said = [votes > 0 ? t('votes', { count: votes }) : '', likes > 0 ? t('likes', { count: likes }) : '']
  return said.join('') === '' ? null : <p className={css['weight']}>{said.filter(Boolean).join(' · ')}</p>
}

/** The notes of a wall, zone by zone, as papers. */
export function NotesWall({ block: { zones }, harvest }: NotesWallProps) {
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
          {zone.notes.map((note) => (
            <li key={note.id} className={classNames(css['note'], css[`paper${note.colour}`])}>
              <Written text={note.text} />
              <Weight note={note} />
              <Measures note={note} />
              <Signature harvest={harvest} author={note.author} />
            </li>
          ))}
        </ul>
      )}
    </div>
  ))
}

import type { Reading } from '@escale/shared/activities/word-rally'
import { Naming } from '../../ui/ProperName.tsx'
import { useWritten } from '../kit/place.ts'
import css from './Sharing.module.css'
import { useRallyTexts } from './texts.ts'

interface ListeningProps {
  readonly called: Reading
  readonly name: string
}

/** Somebody else reads: her name, and her story if she shows it. */
export function Listening({ called, name }: ListeningProps) {
  const written = useWritten()
  const t = useRallyTexts()
  return (
    <article className={css['listening']}>
      <h2>
        <Naming name={name}>
          {(shown) => t(called.mode === 'waiting' ? 'listening-soon' : 'listening-to', { name: shown })}
        </Naming>
      </h2>
      {called.mode === 'shown' ? (
        <p {...written} className={css['story']}>
          {called.story}
        </p>
      ) : (
        <p>{t('listening-text')}</p>
      )}
    </article>
  )
}

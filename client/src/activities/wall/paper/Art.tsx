/** The picture and the drawing on a note. */
import type { WallNote } from '@escale/shared'
import { usePictureAddress } from '../../kit/session-id.ts'
import { useArtTexts } from './art-texts.ts'
import { Drawn } from './Drawn.tsx'
import css from './NotePaper.module.css'

export interface ArtProps {
  readonly paper: Pick<WallNote, 'text' | 'picture' | 'drawing'>
  /** The picture can be opened by itself. */
  readonly isOpenable: boolean
  /** For a projector, whose pages turn: it is at hand before it is seen. */
  readonly isStill: boolean
}

export function Art(props: ArtProps) {
  const { paper } = props
  const t = useArtTexts()
  return (
    <>
      {paper.picture === '' ? null : <NotePicture {...props} />}
      {paper.drawing === '' ? null : <Drawn drawing={paper.drawing} label={t('drawing')} />}
    </>
  )
}

function NotePicture({ paper, isOpenable, isStill }: ArtProps) {
  const t = useArtTexts()
  const address = usePictureAddress()(paper.picture)
  const picture = (
    <img
      className={css['picture']}
      src={address}
      // Its words stand beside it.
      alt={t(paper.text.trim() === '' ? 'picture-alone' : 'picture-beside')}
      loading={isStill ? 'eager' : 'lazy'}
      decoding="async"
    />
  )
  if (!isOpenable) return picture
  return (
    <a
      className={css['large']}
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      title={t('see-large')}
    >
      {picture}
    </a>
  )
}

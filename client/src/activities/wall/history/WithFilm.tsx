import type { WallView } from '@escale/shared/activities/wall'
import type { ReactNode } from 'react'
import { useMoment } from '../../kit/moment.ts'
import type { Stage } from '../../kit/views.ts'
import { Film } from './Film.tsx'
import { isPlaying } from './playing.ts'

interface WithFilmProps {
  readonly stage: Stage<WallView>
  /** What is shown while no film is. */
  readonly children: ReactNode
}

/** Shows the film while it is played, and the wall otherwise. */
export function WithFilm({ stage, children }: WithFilmProps) {
  const { film } = stage.view
  return film === null ? (
    children
  ) : (
    <Playing stage={stage} film={film}>
      {children}
    </Playing>
  )
}

function Playing({
  stage,
  film,
  children,
}: WithFilmProps & { readonly film: NonNullable<WallView['film']> }) {
  const { elapsed } = useMoment(stage.activity)
  return isPlaying(film, elapsed) ? <Film stage={stage} film={film} /> : children
}

import type { WallItem, WallNote } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { type ReactNode, useCallback } from 'react'
import { useAtHand } from '../../connection/at-hand.ts'
import type { Stage } from '../kit/views.ts'
import { useCardTexts } from './card-texts.ts'
import { useNewPaper } from './first-colour.ts'
import type { Beginning } from './kept-notes.ts'
import { Legend } from './Legend.tsx'
import css from './Participant.module.css'
import { WallPane } from './sorting/WallPane.tsx'
import type { Wall } from './use-wall.ts'
import { loadVotePane } from './voting/load-pane.ts'
import { WallBody } from './WallBody.tsx'

interface WallSideProps {
  readonly stage: Stage<WallView>
  readonly wall: Wall
  readonly render: (note: WallNote) => ReactNode
  readonly open: (note: WallNote) => void
  readonly onWrite: ((beginning?: Beginning) => void) | undefined
}

/** A participant's view of everybody's wall. On a phone it is not there until one looks at it: who writes needs only the field. */
export function WallSide({ stage, wall, render, open, onWrite }: WallSideProps) {
  const { view, me } = stage
  const { notes, mine, ready } = wall
  const newest = mine.at(-1)?.id ?? ''
  const t = useCardTexts()
  // What comes after reading.
  useAtHand(loadVotePane)
  const colour = useNewPaper(view, me.rank, newest)
  const layout = useCallback(
    (item: (item: WallItem) => ReactNode) => (
      <WallBody
        view={view}
        wall={wall}
        render={item}
        onEdit={open}
        columnEm={10.5}
        colour={colour}
        newest={newest}
        onWrite={onWrite}
      />
    ),
    [view, wall, open, colour, newest, onWrite],
  )
  return (
    <>
      <Legend />
      {ready && notes.length === 0 ? <p className={css['soft']}>{t('none-yet')}</p> : null}
      <WallPane {...{ stage, wall, render, open, layout, onWrite }} />
    </>
  )
}

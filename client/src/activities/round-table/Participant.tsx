import type { RoundTableView } from '@escale/shared/activities/round-table'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useAtHand } from '../../connection/at-hand.ts'
import { announce } from '../../ui/announce.ts'
import { useMoment } from '../kit/moment.ts'
import type { Stage } from '../kit/views.ts'
import { GroupRoom } from './group/GroupRoom.tsx'
import { FINISH_WRITING_MS, groupNow } from './group-now.ts'
import css from './Plenary.module.css'
import { useRoundTableTexts } from './texts.ts'
import { useOnChange } from './use-changes.ts'

const load = () => import('./plenary.ts')
const Back = lazy(async () => ({ default: (await load()).Back }))
const Forming = lazy(async () => ({ default: (await load()).Forming }))
const PlenaryWait = lazy(async () => ({ default: (await load()).PlenaryWait }))

/** A participant's way: waiting, their group, back in plenary. Where they are follows from time alone. */
export function Participant(stage: Stage<RoundTableView>) {
  const { view, activity } = stage
  const t = useRoundTableTexts()
  const moment = useMoment(activity, { precise: true })
  const [isWriting, setWriting] = useState(false)
  const now = view.group && groupNow(view.group, moment.elapsed)
  const isBack = now !== null && !now.isOpen
  useOnChange(isBack, (back) => {
    if (back) announce(t('say-back'))
  })

  const isTogether = now?.isOpen ?? false
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The instructions above have been read: what happens in the group comes into view.
    if (isTogether) top.current?.scrollIntoView?.({ block: 'start' })
  }, [isTogether])

  // There before it is needed: everybody returns at the same second.
  useAtHand(load)
  if (view.launchedAt === null)
    return (
      <Suspense fallback={null}>
        <Forming view={view} />
      </Suspense>
    )
  if (now === null)
    return (
      <Suspense fallback={null}>
        <PlenaryWait othersLeftMs={(view.commonEnd ?? 0) - moment.elapsed} />
      </Suspense>
    )
  // Whoever is in the middle of a sentence keeps it in front of them a little longer.
  const mayFinish = isWriting && moment.elapsed < now.group.endsAt + FINISH_WRITING_MS
  return now.isOpen || mayFinish ? (
    <div ref={top} className={css['room']}>
      <GroupRoom stage={stage} now={now} moment={moment} onWriting={setWriting} />
    </div>
  ) : (
    <Suspense fallback={null}>
      <Back activity={activity.id} group={now.group} />
    </Suspense>
  )
}

import { type MeSlice, PLENARY, roomNumber } from '@escale/shared'
import { Users, Video } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Timed } from '../activities/kit/wake.ts'
import { classNames } from '../styles/class-names.ts'
import { announce } from '../ui/announce.ts'
import { buttonClass } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { OutsideLink } from '../ui/OutsideLink.tsx'
import css from './RoomLine.module.css'
import { useParticipantTexts } from './texts.ts'
import { useRoom } from './use-room.ts'

interface RoomLineProps {
  readonly me: MeSlice
  readonly activity: Timed | null
  /** Beside the room: the connection. */
  readonly children: ReactNode
}

/** Where one belongs now, and the link to the visio of that room. After a change it stands out. */
export function RoomLine({ me, activity, children }: RoomLineProps) {
  const t = useParticipantTexts()
  const { room, visio } = useRoom(me, activity)
  const number = roomNumber(room)
  const inPlenary = room === PLENARY
  const before = useRef(room)
  const [moved, setMoved] = useState(false)

  useEffect(() => {
    if (before.current === room) return
    before.current = room
    setMoved(true)
    announce(inPlenary ? t('moved-to-plenary') : t('moved-to-group', { number: number ?? '' }))
  }, [room, inPlenary, number, t])

  return (
    <div className={classNames(css['line'], moved && visio !== '' && css['moved'])}>
      <span className={css['room']}>
        <Icon of={Users} />
        {inPlenary ? t('plenary') : t('group', { number: number ?? '' })}
      </span>
      {children}
      {visio ? (
        <OutsideLink href={visio} className={buttonClass(moved || !inPlenary ? 'primary' : 'secondary', 's')}>
          <Icon of={Video} />
          {t(inPlenary ? 'visio-plenary' : 'visio-group')}
        </OutsideLink>
      ) : null}
    </div>
  )
}

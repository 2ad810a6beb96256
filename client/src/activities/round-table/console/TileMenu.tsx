import { CALL_BACK_MS } from '@escale/shared/activities/round-table'
import { Combine, Ellipsis } from 'lucide-react'
import { Icon } from '../../../ui/Icon.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { lengthText } from '../durations.ts'
import { useDeskTexts } from './texts.ts'
import type { GroupTileProps } from './tile-props.ts'

const MINUTE = 60_000

/** What is done to one group now and then: its time, calling it back, joining it with another. */
export function TileMenu({ tile, rooms, callBackMs, send }: GroupTileProps) {
  const t = useDeskTexts()
  const { group, isOpen } = tile
  const { key } = group
  const extend = (ms: number) => () => void send({ type: 'extend', group: key, ms })
  const items = [
    ...(group.calledBackAt === null
      ? [{ key: 'more', label: t('tile-extend'), onSelect: extend(5 * MINUTE) }]
      : [
          { key: 'open', label: t('tile-reopen'), onSelect: () => void send({ type: 'reopen', group: key }) },
        ]),
    ...(isOpen
      ? [
          { key: 'less', label: t('tile-shorten'), onSelect: extend(-MINUTE) },
          {
            key: 'back',
            label: t('tile-call-back', { time: lengthText(callBackMs || CALL_BACK_MS, t) }),
            onSelect: () => void send({ type: 'call-back', group: key, inMs: callBackMs || CALL_BACK_MS }),
          },
          {
            key: 'back-now',
            label: t('tile-call-back-now'),
            onSelect: () => void send({ type: 'call-back', group: key }),
          },
        ]
      : []),
  ]
  const others = isOpen ? rooms.filter((room) => room.key !== key) : []
  return (
    <>
      {others.length > 0 ? (
        // A menu of its own: below « Rappeler » it was pressed by mistake.
        <Menu
          size="s"
          square
          label={t('tile-merge-menu', { n: group.number })}
          items={others.map((room) => ({
            key: room.key,
            label: t('tile-merge-into', { n: room.number }),
            onSelect: () => void send({ type: 'merge', from: key, into: room.key }),
          }))}
        >
          <Icon of={Combine} />
        </Menu>
      ) : null}
      <Menu size="s" square label={t('tile-more', { n: group.number })} items={items}>
        <Icon of={Ellipsis} />
      </Menu>
    </>
  )
}

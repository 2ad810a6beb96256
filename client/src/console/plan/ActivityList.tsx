import { type Activity, schedule } from '@escale/shared'
import { Copy, GripVertical, MoveDown, MoveUp, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import {
  Button as AriaButton,
  DropIndicator,
  GridList,
  GridListItem,
  useDragAndDrop,
} from 'react-aria-components'
import { useServerNow } from '../../activities/kit/moment.ts'
import { useWritten } from '../../activities/kit/place.ts'
import { useSessionTime } from '../../time/session-time.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { KindIcon } from '../KindIcon.tsx'
import { useConsole } from '../session.ts'
import { usePlanTexts } from '../texts/plan.ts'
import css from './ActivityList.module.css'
import { leaveToField, RowDuration } from './RowDuration.tsx'
import { usePlanEdit } from './use-plan-edit.ts'

const FORMAT = 'x-escale-activity'

/** When each activity will be, by the minute. */
function useTimes() {
  const now = useServerNow()
  const plan = useConsole((c) => c.plan)
  const status = useConsole((c) => c.session.status)
  const minute = now === null ? null : Math.floor(now / 60_000) * 60_000
  return useMemo(() => {
    if (minute === null) return null
    const { workshop, current, runs } = plan
    return schedule({ status, workshop, current, runs }, minute)
  }, [minute, plan, status])
}

interface ActivityListProps {
  /** `pick`: one line is always the chosen one; `open`: a line does something when it is clicked. */
  readonly as?: 'pick' | 'open'
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
  /** A copy was made. */
  readonly onNew: (id: string) => void
}

/** The plan, to be put in order: by dragging, with Alt and the arrows, or from each line's menu. */
export function ActivityList({ as = 'pick', selected, onSelect, onNew }: ActivityListProps) {
  const written = useWritten()
  const t = usePlanTexts()
  const time = useSessionTime()
  const plan = useConsole((c) => c.plan.workshop.plan)
  const current = useConsole((c) => c.plan.current)
  const runs = useConsole((c) => c.plan.runs)
  const times = useTimes()
  const edit = usePlanEdit()

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [FORMAT]: String(key), 'text/plain': String(key) })),
    acceptedDragTypes: [FORMAT],
    onReorder: ({ keys, target }) => {
      const [moved] = [...keys].map(String)
      if (moved === undefined) return
      const rest = plan.filter((a) => a.id !== moved)
      const at = rest.findIndex((a) => a.id === target.key)
      const after = target.dropPosition === 'after' ? rest[at]?.id : rest[at - 1]?.id
      void edit.moveAfter(moved, after ?? null)
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={css['drop'] ?? ''} />,
  })

  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // A new one, or one chosen elsewhere, may be far down the list.
    const rows = list.current?.querySelectorAll('[data-key]') ?? []
    const row = [...rows].find((one) => one.getAttribute('data-key') === selected)
    row?.scrollIntoView?.({ block: 'nearest' })
  }, [selected])

  const onKeyDown = (event: KeyboardEvent) => {
    if (leaveToField(event)) return event.stopPropagation()
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    const row = event.target instanceof Element ? event.target.closest('[data-key]') : null
    const id = row?.getAttribute('data-key') ?? selected
    if (id === null) return
    event.preventDefault()
    event.stopPropagation()
    void edit.moveBy(id, event.key === 'ArrowUp' ? -1 : 1)
  }

  return (
    <div ref={list} onKeyDownCapture={onKeyDown} className={as === 'open' ? css['compact'] : undefined}>
      <GridList
        aria-label={t('plan')}
        className={css['list'] ?? ''}
        items={plan}
        dependencies={[plan, times, current, runs, time, selected]}
        selectionMode={as === 'pick' ? 'single' : 'none'}
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key !== undefined) onSelect(String(key))
        }}
        onAction={(key) => onSelect(String(key))}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(activity) => {
          const index = plan.findIndex((a) => a.id === activity.id)
          const row = times?.rows[index]
          const title = edit.titleOf(activity)
          const isNow = activity.id === current
          return (
            <GridListItem
              id={activity.id}
              textValue={t('dragItem', { title })}
              className={css['row'] ?? ''}
              data-now={isNow || undefined}
            >
              <AriaButton slot="drag" className={css['handle'] ?? ''} aria-label={t('drag', { title })}>
                <Icon of={GripVertical} />
              </AriaButton>
              <span translate="no" className={css['time']}>
                {row ? time.hour(row.startsAt) : '…'}
              </span>
              <span className={css['kind']}>
                <KindIcon kind={activity.kind} size={1.05} />
              </span>
              <span className={css['words']}>
                <span {...written} className={css['title']}>
                  {title}
                </span>
                <span className={css['meta']}>
                  <RowDuration activity={activity} />
                  {activity.durationProposed ? (
                    <span className={css['proposed']}>{t('proposed')}</span>
                  ) : null}
                  {isNow ? (
                    <strong>{t('running')}</strong>
                  ) : Object.hasOwn(runs, activity.id) ? (
                    <span>{t('played')}</span>
                  ) : null}
                </span>
              </span>
              <RowMenu activity={activity} index={index} count={plan.length} onNew={onNew} />
            </GridListItem>
          )
        }}
      </GridList>
    </div>
  )
}

interface RowMenuProps {
  readonly activity: Activity
  readonly index: number
  readonly count: number
  readonly onNew: (id: string) => void
}

function RowMenu({ activity, index, count, onNew }: RowMenuProps) {
  const t = usePlanTexts()
  const edit = usePlanEdit()
  const title = edit.titleOf(activity)
  const isRunning = useConsole((c) => c.plan.current === activity.id)
  return (
    <Menu
      size="s"
      square
      label={t('rowActions', { title })}
      items={[
        {
          key: 'up',
          label: t('up'),
          icon: <Icon of={MoveUp} />,
          disabled: index === 0,
          onSelect: () => void edit.moveBy(activity.id, -1),
        },
        {
          key: 'down',
          label: t('down'),
          icon: <Icon of={MoveDown} />,
          disabled: index === count - 1,
          onSelect: () => void edit.moveBy(activity.id, 1),
        },
        {
          key: 'duplicate',
          label: t('duplicate'),
          icon: <Icon of={Copy} />,
          onSelect: () => void edit.duplicate(activity.id).then((id) => id && onNew(id)),
        },
        {
          key: 'remove',
          label: isRunning ? t('removeRunning') : t('remove'),
          icon: <Icon of={Trash2} />,
          disabled: isRunning,
          tone: 'danger',
          onSelect: () => void edit.remove(activity),
        },
      ]}
    >
      ⋯
    </Menu>
  )
}

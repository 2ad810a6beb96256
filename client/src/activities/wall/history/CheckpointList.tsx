import type { Checkpoint } from '@escale/shared/activities/wall'
import { Eye, Trash2 } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import css from './History.module.css'
import { useHistoryTexts } from './texts.ts'

interface CheckpointListProps {
  readonly checkpoints: readonly Checkpoint[]
  readonly nameOf: (checkpoint: Checkpoint) => string
  readonly timeOf: (at: number) => string
  readonly onLook: (checkpoint: Checkpoint) => void
  readonly onForget: (checkpoint: Checkpoint) => void
}

/** The checkpoints, the newest first. */
export function CheckpointList({ checkpoints, nameOf, timeOf, onLook, onForget }: CheckpointListProps) {
  const t = useHistoryTexts()
  if (checkpoints.length === 0) return null
  return (
    <ul className={css['list']} aria-label={t('list-label')}>
      {checkpoints.map((checkpoint) => {
        const title = nameOf(checkpoint)
        return (
          <li key={checkpoint.id} className={css['item']}>
            <span className={css['what']}>
              <span className={checkpoint.isAutomatic ? css['automatic'] : css['name']}>{title}</span>
              <span className={css['facts']}>
                {t('facts', { time: timeOf(checkpoint.at), count: checkpoint.notes })}
              </span>
            </span>
            <span className={css['actions']}>
              <Button aria-label={t('look-at', { title })} onClick={() => onLook(checkpoint)}>
                <Icon of={Eye} /> {t('look')}
              </Button>
              <Button
                square
                variant="quiet"
                aria-label={t('forget-this', { title })}
                onClick={() => onForget(checkpoint)}
              >
                <Icon of={Trash2} />
              </Button>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

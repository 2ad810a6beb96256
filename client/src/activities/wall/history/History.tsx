import type { WallNote } from '@escale/shared'
import { CHECKPOINTS_MAX, type Checkpoint, type WallView } from '@escale/shared/activities/wall'
import { Bookmark, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../../connection/clock-context.ts'
import { useSessionTime } from '../../../time/session-time.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { RefusalNotice } from '../../kit/RefusalNotice.tsx'
import type { Stage } from '../../kit/views.ts'
import { CheckpointList } from './CheckpointList.tsx'
import { ForgetDialog, KeepDialog } from './dialogs.tsx'
import css from './History.module.css'
import { LookDialog } from './LookDialog.tsx'
import { useHistoryTexts } from './texts.ts'
import { useHistory } from './use-history.ts'

interface HistoryProps {
  readonly stage: Stage<WallView>
  readonly signature: (note: WallNote) => string
}

/** What has just been done: kept, gone back (which can be taken back), or taken back. */
type Done =
  | { readonly what: 'kept'; readonly title: string }
  | { readonly what: 'back'; readonly title: string; readonly before: string }
  | { readonly what: 'undone' }

type Asking =
  | { readonly what: 'keep' }
  | { readonly what: 'look' | 'forget'; readonly checkpoint: Checkpoint }

/** The wall as it was: kept under a name, looked at, gone back to. */
export function History({ stage, signature }: HistoryProps) {
  const t = useHistoryTexts()
  const clock = useClock()
  const { dayHour } = useSessionTime()
  const history = useHistory(stage)
  const { checkpoints, refusal } = history
  const [asking, setAsking] = useState<Asking | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const now = clock.read()?.ms ?? Date.now()
  const nameOf = ({ title, isAutomatic }: Checkpoint) => (isAutomatic ? t('before-back', { title }) : title)
  const isFull = checkpoints.length >= CHECKPOINTS_MAX

  const keep = async (title: string) => {
    setDone((await history.keep(title)) ? { what: 'kept', title } : null)
  }
  const goBack = async (checkpoint: Checkpoint) => {
    const before = await history.goBack(checkpoint.id)
    setDone(before === null ? null : { what: 'back', title: nameOf(checkpoint), before })
  }
  const undo = async (before: string) => {
    setDone((await history.goBack(before)) === null ? null : { what: 'undone' })
  }

  return (
    <div className={css['body']}>
      <p className={css['soft']}>{t('hint')}</p>
      <Button className={css['keep']} disabled={isFull} onClick={() => setAsking({ what: 'keep' })}>
        <Icon of={Bookmark} /> {t('keep')}
      </Button>
      {isFull ? <Notice tone="warning">{t('full', { count: checkpoints.length })}</Notice> : null}
      <RefusalNotice refusal={refusal} />
      {done ? (
        <Notice tone="good" role="status" onDismiss={() => setDone(null)}>
          <div className={css['done']}>
            <span>
              {done.what === 'kept'
                ? t('kept', { title: done.title })
                : done.what === 'back'
                  ? t('came-back', { title: done.title })
                  : t('undone')}
            </span>
            {done.what === 'back' ? (
              <Button size="s" busy={history.busy} onClick={() => void undo(done.before)}>
                <Icon of={Undo2} /> {t('undo-back')}
              </Button>
            ) : null}
          </div>
        </Notice>
      ) : null}
      {history.ready && checkpoints.length === 0 ? <p className={css['soft']}>{t('empty')}</p> : null}
      <CheckpointList
        checkpoints={checkpoints}
        nameOf={nameOf}
        timeOf={(at) => dayHour(at, now)}
        onLook={(checkpoint) => setAsking({ what: 'look', checkpoint })}
        onForget={(checkpoint) => setAsking({ what: 'forget', checkpoint })}
      />
      {asking?.what === 'keep' ? (
        <KeepDialog
          suggestion={t('default-name', { time: dayHour(now, now) })}
          onKeep={(title) => void keep(title)}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking?.what === 'look' ? (
        <LookDialog
          stage={stage}
          signature={signature}
          checkpoint={asking.checkpoint}
          name={nameOf(asking.checkpoint)}
          onBack={() => void goBack(asking.checkpoint)}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking?.what === 'forget' ? (
        <ForgetDialog
          name={nameOf(asking.checkpoint)}
          onForget={() => {
            setDone(null)
            void history.forget(asking.checkpoint.id)
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  )
}

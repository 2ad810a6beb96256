import {
  isStacked,
  type StepBack,
  stepsBack,
  type WallItem,
  type WallNote,
  type WallStack,
} from '@escale/shared'
import {
  type Checkpoint,
  checkpointName,
  SHARED_WALL,
  SHELF,
  type WallView,
} from '@escale/shared/activities/wall'
import { History as Back } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { useDocument } from '../../../documents/index.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import type { Stage } from '../../kit/views.ts'
import { NoteCard } from '../NoteCard.tsx'
import { useNotes } from '../wall-store.ts'
import { ZonedNotes } from '../ZonedNotes.tsx'
import css from './History.module.css'
import { useHistoryTexts } from './texts.ts'

/** More are counted, not shown: it is a look, and the page stays light. */
const SHOWN_MAX = 300
/** Looked at as it was, note by note. */
const NO_STACKS: readonly WallStack[] = []

interface LookDialogProps {
  readonly stage: Stage<WallView>
  readonly signature: (note: WallNote) => string
  readonly checkpoint: Checkpoint
  readonly name: string
  readonly onBack: () => void
  readonly onClose: () => void
}

const count = (steps: readonly StepBack[], isSuch: (step: StepBack) => boolean): number =>
  steps.filter(isSuch).length

/** What going back to it would do to the wall as it is now; undefined: not known yet. */
function useSteps(activity: string, kept: ReturnType<typeof useDocument>): readonly StepBack[] | undefined {
  const wall = useDocument(activity, SHARED_WALL)
  const shelf = useDocument(activity, SHELF)
  const notes = useNotes(wall.doc)
  const aside = useNotes(shelf.doc)
  const then = useNotes(kept.doc)
  const isReady = wall.ready && shelf.ready && kept.ready
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew when one of the three walls has changed
  return useMemo(
    () =>
      isReady ? stepsBack({ wall: wall.doc, shelf: shelf.doc }, kept.doc, (author) => author) : undefined,
    [isReady, wall.doc, shelf.doc, kept.doc, notes, aside, then],
  )
}

/** The wall as it was at a checkpoint, and what going back to it would do. */
export function LookDialog({ stage, signature, checkpoint, name, onBack, onClose }: LookDialogProps) {
  const t = useHistoryTexts()
  const { activity, view } = stage
  const kept = useDocument(activity.id, checkpointName(checkpoint.id))
  const notes = useNotes(kept.doc)
  const shown = useMemo(() => notes.slice(0, SHOWN_MAX), [notes])
  const steps = useSteps(activity.id, kept)
  const render = useCallback(
    (item: WallItem) => (isStacked(item) ? null : <NoteCard note={item} signature={signature(item)} />),
    [signature],
  )
  return (
    <Dialog
      open
      width="wide"
      title={name}
      onClose={onClose}
      footer={
        <>
          <Button
            variant="primary"
            busy={steps === undefined}
            onClick={() => {
              onBack()
              onClose()
            }}
          >
            <Icon of={Back} /> {t('back')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      {steps === undefined ? <p className={css['soft']}>{t('loading')}</p> : <Consequences steps={steps} />}
      <section className={css['then']} aria-label={t('of-then')}>
        <ZonedNotes notes={shown} stacks={NO_STACKS} zones={view.zones} render={render} columnEm={11} />
        {notes.length > SHOWN_MAX ? (
          <p className={css['more']}>{t('and-more', { count: notes.length - SHOWN_MAX })}</p>
        ) : null}
      </section>
    </Dialog>
  )
}

function Consequences({ steps }: { readonly steps: readonly StepBack[] }) {
  const t = useHistoryTexts()
  const told = [
    ['will-come', count(steps, ({ to, from }) => to === 'wall' && from !== 'wall')],
    ['will-change', count(steps, ({ to, isChanged }) => to === 'wall' && isChanged)],
    ['will-leave', count(steps, ({ to, from }) => to === 'shelf' && from === 'wall')],
    ['will-wait', count(steps, ({ to, from }) => to === 'shelf' && from === null)],
  ] as const
  const lines = told.flatMap(([key, number]) => (number > 0 ? [t(key, { count: number })] : []))
  return (
    <div className={css['consequences']}>
      <h3 className={css['ifback']}>{t('if-back')}</h3>
      <ul className={css['lines']}>
        {lines.length === 0 ? <li>{t('will-stay')}</li> : lines.map((line) => <li key={line}>{line}</li>)}
        <li>{t('will-keep')}</li>
      </ul>
    </div>
  )
}

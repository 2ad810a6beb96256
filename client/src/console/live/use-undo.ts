import type { UndoLine } from '@escale/shared'
import { useDeeds } from '../../activities/use-deeds.ts'
import { useLanguage } from '../../i18n/language.ts'
import { usePersonName } from '../people/person-name.ts'
import { useConsole } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { useDo } from './feedback.ts'
import { titleOr } from './moves.ts'
import { undoLabel } from './undo-label.ts'

/** A gesture that can be taken back or done again: in words, and how. */
export interface Reversible {
  readonly label: string
  readonly run: () => void
}

/** What is said of the last gesture of one side. */
function useLabel(line: UndoLine | null): string {
  const t = useLiveTexts()
  const language = useLanguage()
  const plan = useConsole((c) => c.plan.workshop.plan)
  const me = useConsole((c) => c.me.id)
  const nameOf = usePersonName()
  const activity = plan.find((a) => a.id === line?.target)
  const deeds = useDeeds(line?.did === 'act' ? activity?.kind : undefined)
  if (line === null) return ''
  return undoLabel(t, line, {
    title: titleOr(activity?.title ?? line.title ?? '', t('untitledActivity')),
    person: line.target === null ? '' : nameOf(line.target),
    who: line.actor === null || line.actor === me ? '' : nameOf(line.actor),
    deed: line.detail === null ? undefined : deeds?.(language, line.detail),
  })
}

function useReversible(
  type: 'undo' | 'redo',
  done: 'feedback.undone' | 'feedback.redone',
): Reversible | null {
  const t = useLiveTexts()
  const run = useDo()
  const line = useConsole((c) => c.plan[type])
  const label = useLabel(line)
  if (line === null) return null
  return { label, run: () => void run({ type, seq: line.seq }, t(done, { what: label })) }
}

/** The last thing that can be taken back; null when there is none. */
export const useUndo = (): Reversible | null => useReversible('undo', 'feedback.undone')

/** The last thing that was taken back and can be done again; null when there is none. */
export const useRedo = (): Reversible | null => useReversible('redo', 'feedback.redone')

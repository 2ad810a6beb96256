import { usePersonName } from '../people/person-name.ts'
import { useConsole } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { useDo } from './feedback.ts'
import { titleOr } from './moves.ts'
import { undoLabel } from './undo-label.ts'

/** The last thing that can be taken back, in words, and the gesture that takes it back; null when there is none. */
export function useUndo(): { readonly label: string; readonly undo: () => void } | null {
  const t = useLiveTexts()
  const run = useDo()
  const line = useConsole((c) => c.plan.undo)
  const plan = useConsole((c) => c.plan.workshop.plan)
  const me = useConsole((c) => c.me.id)
  const nameOf = usePersonName()
  if (line === null) return null
  const title = plan.find((a) => a.id === line.target)?.title
  const label = undoLabel(t, line, {
    title: title === undefined ? undefined : titleOr(title, t('untitled')),
    person: line.target === null ? '' : nameOf(line.target),
    who: line.actor === null || line.actor === me ? '' : nameOf(line.actor),
  })
  return {
    label,
    undo: () => void run({ type: 'undo', seq: line.seq }, t('feedback.undone', { what: label })),
  }
}

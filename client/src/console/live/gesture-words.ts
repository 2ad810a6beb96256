import type { Activity, Command } from '@escale/shared'
import { useConsole } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { titleOr } from './moves.ts'
import { showChange } from './undo-label.ts'

/** A gesture of the moment in a few words, as its button says it: « +1 min », « Pause », « Aller à Tour de table ». */
function gestureWords(
  t: ReturnType<typeof useLiveTexts>,
  command: Command,
  plan: readonly Activity[],
): string {
  const titleOf = (id: string) => titleOr(plan.find((a) => a.id === id)?.title ?? '', t('untitledActivity'))
  switch (command.type) {
    case 'go':
      return command.activity === null ? t('lobby') : t('gesture.go', { title: titleOf(command.activity) })
    case 'adjust':
    case 'adjust-phase':
      return showChange(command.ms)
    case 'door':
      return t(command.locked ? 'lock' : 'unlock')
    case 'approval':
      return t(command.on ? 'did.approval-on' : 'did.approval-off')
    case 'end-phase':
      return t('endPhase')
    case 'act':
      return t('gesture.act', { title: titleOf(command.activity) })
    case 'pause':
    case 'resume':
    case 'restart':
    case 'finish':
    case 'reopen':
    case 'undo':
      return t(command.type)
    case 'hand-over':
      return t('gesture.handOver')
    default:
      return t('gesture.other')
  }
}

export function useGestureWords(): (command: Command) => string {
  const t = useLiveTexts()
  const plan = useConsole((c) => c.plan.workshop.plan)
  return (command) => gestureWords(t, command, plan)
}

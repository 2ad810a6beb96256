import { useCallback, useRef } from 'react'
import { useStore } from 'zustand'
import { announce } from '../../../ui/announce.ts'
import { useSortingTexts } from '../sorting/texts.ts'
import type { Wall } from '../use-wall.ts'
import { planOf, type Side } from './plan.ts'

export interface Undoing {
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Says what came of it, also that nothing could be done; `tell` shows what must not be missed. */
  readonly go: (side: Side) => void
}

/** The viewer's own deeds on this wall, undone and done again; what others changed since stays, and that is said. */
export function useUndo(wall: Wall, tell: (text: string) => void): Undoing {
  const t = useSortingTexts()
  const { past, future } = useStore(wall.asked)
  const latest = useRef({ wall, t, tell })
  latest.current = { wall, t, tell }
  const go = useCallback((side: Side) => {
    const { wall: now, t: say, tell: show } = latest.current
    const notes = new Map([...now.mine, ...now.notes].map((note) => [note.id, note]))
    const titles = new Map(now.stacks.map((stack) => [stack.id, stack.title]))
    for (;;) {
      const { past: done, future: undone } = now.asked.getState()
      const deed = side === 'undo' ? done.at(-1) : undone.at(-1)
      if (deed === undefined) return announce(say(`${side}-none`))
      now.asked.setState(
        side === 'undo'
          ? { past: done.slice(0, -1), future: [...undone, deed] }
          : { past: [...done, deed], future: undone.slice(0, -1) },
      )
      const plan = planOf(deed, side, { notes, titles, secretOf: now.secretOf })
      const isDone = plan.edits.length + plan.off.length + plan.back.length > 0
      if (!isDone && plan.lost === 0) continue
      for (const note of plan.off) now.quietly.takeOff(note)
      for (const note of plan.back) now.quietly.putBack(note)
      if (plan.edits.length > 0)
        void now.quietly.ask(plan.edits).then((refusal) => {
          if (refusal !== null) show(say(`${side}-lost`))
        })
      if (!isDone) show(say(`${side}-lost`))
      else if (plan.lost > 0) show(say(`${side}-part`, { count: plan.lost }))
      else announce(say(side === 'undo' ? 'undone' : 'redone'))
      return
    }
  }, [])
  return { canUndo: past.length > 0, canRedo: future.length > 0, go }
}

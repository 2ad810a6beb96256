import { useContext, useState } from 'react'
import { inTab, keptForSession } from '../app/kept-here.ts'
import { LiveContext } from '../stores/live-context.ts'

/** In this tab only: two tabs never offer, and never send, one draft twice. */
function read(key: string): Readonly<Record<string, unknown>> {
  const kept = inTab.readJson(key)
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
}

/** Where nothing can be kept it lives as long as the dialog. */
function write(key: string, name: string, text: string | undefined): void {
  const { [name]: _before, ...others } = read(key)
  const all = text === undefined ? others : { ...others, [name]: text }
  inTab.write(key, Object.keys(all).length > 0 ? JSON.stringify(all) : null)
}

export interface Typed {
  readonly text: string
  readonly type: (text: string) => void
  /** It was sent or saved, or its author does not want it: nothing of it is kept. */
  readonly done: () => void
  /** What is shown is what was typed before, not how it is now. */
  readonly isBack: boolean
  /** As it would be without what was typed before. */
  readonly putAway: () => void
}

/**
 * A text that is typed in a dialog. Escape, a press beside it, Back or a reload close the dialog, and it is there again when
 * the dialog is opened the next time, until it is done with. `name`: of the dialog and of what it is about.
 */
export function useTyped(name: string, initial: string): Typed {
  const session = useContext(LiveContext)?.sessionId ?? 'preview'
  const key = keptForSession('typed', session)
  const [text, setText] = useState(() => {
    const before = read(key)[name]
    return typeof before === 'string' ? before : initial
  })
  const [isBack, setBack] = useState(text !== initial)
  const put = (next: string) => {
    setText(next)
    write(key, name, next === initial ? undefined : next)
  }
  return {
    text,
    type: put,
    done: () => write(key, name, undefined),
    isBack,
    putAway: () => {
      put(initial)
      setBack(false)
    },
  }
}

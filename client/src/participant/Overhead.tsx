import { useIsWriting } from '../a11y/use-is-writing.ts'
import type { Passage } from '../stores/use-passage.ts'
import { Messages } from './Messages.tsx'
import css from './Overhead.module.css'
import { PassageLine } from './PassageLine.tsx'

/** What is said from above lies over the page: it never pushes the field in which somebody writes, and is one line meanwhile. */
export function Overhead({ passage }: { readonly passage: Passage | null }) {
  const isBrief = useIsWriting()
  return (
    <div className={css['overhead']} data-brief={isBrief || undefined}>
      <PassageLine passage={passage} />
      <Messages />
    </div>
  )
}

import { useSession } from '../stores/live-context.ts'
import type { Passage } from '../stores/use-passage.ts'
import css from './PassageLine.module.css'
import { useParticipantTexts } from './texts.ts'

/** Says what a facilitator has just done with the plan. For the eyes: the change of scene is announced in the same words. */
export function PassageLine({ passage }: { readonly passage: Passage | null }) {
  const t = useParticipantTexts()
  const title = useSession((s) => s.activity?.title ?? '')
  if (passage === null) return null
  return (
    <p className={css['passage']} aria-hidden="true">
      {t(`passage-${passage}`, { title })}
    </p>
  )
}

import type { ActivityId } from '@escale/shared'
import { dropDraft } from './drafts.ts'
import { KeptList } from './KeptList.tsx'
import type { Words } from './kept-words.ts'
import { useWordsTexts } from './texts.ts'
import { useBegun } from './use-begun.ts'

interface BegunTextProps {
  readonly activities: readonly ActivityId[]
  readonly maySend?: boolean
  readonly onSend: (activity: ActivityId, edit: unknown, words: Words) => void
}

/** What somebody was writing when the field went away: it stays in sight, and can still be sent or copied. */
export function BegunText({ activities, maySend = true, onSend }: BegunTextProps) {
  const t = useWordsTexts()
  const items = useBegun(activities).map(({ activity, text, about, edit }) => ({
    id: activity,
    text,
    why: t('begun'),
    onSend:
      edit === null || !maySend
        ? undefined
        : () => {
            // Taken first: neither this tab nor another one sends it twice.
            dropDraft(activity)
            onSend(activity, edit, { text, about })
          },
    onDrop: () => dropDraft(activity),
  }))
  return <KeptList items={items} />
}

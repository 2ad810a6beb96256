import type { ActivityId } from '@escale/shared'
import { useRefusalTexts } from '../i18n/refusal-texts.ts'
import { useConnection, useLive, useMyWords } from '../stores/live-context.ts'
import { BegunText } from './BegunText.tsx'
import { KeptList } from './KeptList.tsx'
import { useWordsTexts } from './texts.ts'

/** What I wrote in this session and the others do not have, whatever runs now. `begunIn`: where I may have begun something. */
export function KeptWords({ begunIn }: { readonly begunIn: readonly ActivityId[] }) {
  const t = useWordsTexts()
  const reason = useRefusalTexts()
  const { send, words } = useLive()
  // To somebody who is out of the session for good only the copy is left.
  const isOver = useConnection((c) => c.over)
  const refused = useMyWords().filter(({ edit }) => edit !== null)
  return (
    <>
      <KeptList
        items={refused.map(({ id, text, refusal }) => ({
          id,
          text,
          why: t('refused', { reason: reason(refusal) }),
          onSend: isOver
            ? undefined
            : () => {
                const taken = words.take(id)
                if (taken)
                  void send(
                    { type: 'write', activity: taken.activity, edit: taken.edit },
                    { text: taken.text, about: taken.about },
                  )
              },
          onDrop: () => words.giveUp(id),
        }))}
      />
      <BegunText
        activities={begunIn}
        maySend={!isOver}
        onSend={(activity, edit, said) => void send({ type: 'write', activity, edit }, said)}
      />
    </>
  )
}

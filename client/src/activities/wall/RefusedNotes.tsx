import { useRefusalTexts } from '../../i18n/refusal-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useDialogTexts } from './dialog-texts.ts'
import { usePaperName } from './paper/NotePaper.tsx'
import type { Wall } from './use-wall.ts'

/** What was written and not taken is never lost: why, and what to do with it. */
export function RefusedNotes({ wall }: { readonly wall: Wall }) {
  const d = useDialogTexts()
  const reasons = useRefusalTexts()
  const nameOf = usePaperName()
  return wall.refused.map(({ id, draft, refusal }) => (
    <Notice key={id} tone="warning">
      <p>{d('refused-note', { reason: reasons(refusal) })}</p>
      <blockquote>{nameOf(draft)}</blockquote>
      <Button
        size="s"
        onClick={() => {
          wall.forgetRefused(id)
          wall.add(draft)
        }}
      >
        {d('refused-again')}
      </Button>{' '}
      <Button size="s" variant="quiet" onClick={() => wall.forgetRefused(id)}>
        {d('refused-forget')}
      </Button>
    </Notice>
  ))
}

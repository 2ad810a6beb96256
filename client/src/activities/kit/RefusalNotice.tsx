import type { Refusal } from '@escale/shared'
import { useRefusalTexts } from '../../i18n/refusal-texts.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Why an action was refused, in words; nothing when it was not. */
export function RefusalNotice({ refusal }: { readonly refusal: Refusal | null }) {
  const t = useRefusalTexts()
  return refusal === null ? null : (
    <Notice tone="warning" role="alert">
      {t(refusal)}
    </Notice>
  )
}

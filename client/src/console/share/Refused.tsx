import type { ApiRefusal } from '../../connection/api.ts'
import { useRefusalTexts } from '../../i18n/refusal-texts.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useLiveTexts } from '../texts/live.ts'

export function Refused({ refusal }: { readonly refusal: ApiRefusal | null }) {
  const t = useRefusalTexts()
  const live = useLiveTexts()
  if (refusal === null) return null
  return (
    <Notice tone="warning" role="alert">
      {refusal === 'unreachable' ? live('enterUnreachable') : t(refusal)}
    </Notice>
  )
}

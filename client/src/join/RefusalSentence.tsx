import type { Refusal } from '@escale/shared'
import { useRefusalTexts } from '../i18n/refusal-texts.ts'

/** Why the server said no. Seldom needed, and where it is the server has answered: it is fetched then. */
export default function RefusalSentence({ of: refusal }: { readonly of: Refusal }) {
  return <>{useRefusalTexts()(refusal)}</>
}

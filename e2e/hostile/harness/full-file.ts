import { limits, templates } from '@escale/shared'

const ACTIVITIES = 100
/** Of one activity beside its texts. */
const FRAME_CHARS = 900

const wide = (chars: number): string => '漢'.repeat(Math.max(0, chars))

/** A workshop file with as much text as may be. */
export function fullFile() {
  const [template] = templates
  const workshop = template?.workshop('fr')
  const slide = workshop?.plan.find(({ kind }) => kind === 'slide')
  const each = Math.min(8_000, Math.floor(limits.WORKSHOP_MAX_BYTES / ACTIVITIES / 9) - FRAME_CHARS / 9)
  const plan = Array.from({ length: ACTIVITIES }, (_, n) => ({
    ...slide,
    id: `a${n}`,
    instructions: wide(each),
    privateNote: wide(each),
    definition: { body: wide(each), quotes: [], picture: null, links: [], video: null },
  }))
  return { format: 'escale-workshop', version: 1, workshop: { settings: workshop?.settings, plan } }
}

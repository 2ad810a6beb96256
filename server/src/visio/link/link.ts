import { visioAddress } from '@escale/shared'
import type { Visio } from '../visio.ts'

/** Any address that the workshop gives (BBB, Jitsi, Visio, Zoom…): one for the plenary, others by pattern or list for the groups. */
export const linkVisio: Visio = {
  id: 'link',
  capabilities: { movesPeople: false },
  addressOf: visioAddress,
}

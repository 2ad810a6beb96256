import { FINISH_ARRIVES_MS, FINISH_SENTENCE_MS } from '../../limits.ts'
import type { EditMoment } from './kind.ts'

/** May what was being written still be sent, so long (ms of activity time) after its place closed? */
export const mayFinish = (closedForMs: number, { stillMs }: Pick<EditMoment<unknown>, 'stillMs'>): boolean =>
  closedForMs + stillMs < FINISH_SENTENCE_MS + FINISH_ARRIVES_MS

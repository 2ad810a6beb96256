import { REACTIONS, type Reaction } from '@escale/shared'

/** How each reaction looks; drawn by the device's own letters. */
export const EMOJI: Readonly<Record<Reaction, string>> = {
  clap: '👏',
  heart: '❤️',
  party: '🎉',
  laugh: '😂',
  think: '🤔',
  thumb: '👍',
}

/** Those that were given, with how often. */
export const given = (applause: readonly number[]): readonly (readonly [Reaction, number])[] =>
  REACTIONS.flatMap((reaction, index) => {
    const count = applause[index] ?? 0
    return count > 0 ? [[reaction, count] as const] : []
  })

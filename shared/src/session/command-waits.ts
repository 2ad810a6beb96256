import type { Command, CommandType } from './commands.ts'

/**
 * How long a command may wait for a connection. `long`: something written or decided, right whenever it arrives. `briefly`:
 * its meaning is of the moment, and after `GESTURE_WAITS_MS` it must not be done any more. `by-role`: an activity's action is
 * a gesture when a driver makes it; what participants do names what it is about, and is refused when that is over. `never`:
 * the server's own.
 */
export const COMMAND_WAITS = {
  go: 'briefly',
  pause: 'briefly',
  resume: 'briefly',
  adjust: 'briefly',
  'adjust-phase': 'briefly',
  'end-phase': 'briefly',
  restart: 'briefly',
  finish: 'briefly',
  reopen: 'briefly',
  'plan-add': 'long',
  'plan-remove': 'long',
  'plan-move': 'long',
  'plan-edit': 'long',
  'plan-duplicate': 'long',
  settings: 'long',
  door: 'briefly',
  approval: 'briefly',
  admit: 'long',
  rename: 'long',
  'add-person': 'long',
  remove: 'long',
  restore: 'long',
  'remove-many': 'long',
  'restore-many': 'long',
  'hand-over': 'briefly',
  message: 'long',
  retract: 'long',
  undo: 'briefly',
  redo: 'briefly',
  act: 'by-role',
  write: 'long',
  joined: 'never',
  seats: 'never',
  erased: 'never',
  presence: 'never',
} as const satisfies Record<CommandType, 'long' | 'briefly' | 'by-role' | 'never'>

/** Whether a command is a gesture of the moment when somebody sends it who drives, or does not. */
export function isGesture({ type }: Command, isDriver: boolean): boolean {
  const waits = COMMAND_WAITS[type]
  return waits === 'briefly' || (waits === 'by-role' && isDriver)
}

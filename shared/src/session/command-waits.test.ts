import { expect, test } from 'vitest'
import { COMMAND_WAITS, isGesture } from './command-waits.ts'
import { COMMAND_RIGHTS, type Command } from './commands.ts'

test('[P12] every command says how long it may wait, and those of the server never do', () => {
  expect(Object.keys(COMMAND_WAITS).toSorted()).toEqual(Object.keys(COMMAND_RIGHTS).toSorted())
  for (const [type, right] of Object.entries(COMMAND_RIGHTS))
    expect([type, COMMAND_WAITS[type as Command['type']] === 'never']).toEqual([type, right === 'system'])
})

test('[P12] what is written waits as long as it must; what moves the session does not', () => {
  const written: Command = { type: 'message', message: 'm', to: 'all', text: 'Bonjour' }
  const act: Command = { type: 'act', activity: 'a', action: {} }
  expect(isGesture({ type: 'go', activity: 'a' }, true)).toBe(true)
  expect(isGesture({ type: 'adjust', ms: 60_000 }, true)).toBe(true)
  expect(isGesture(written, true)).toBe(false)
  expect([isGesture(act, true), isGesture(act, false)]).toEqual([true, false])
})

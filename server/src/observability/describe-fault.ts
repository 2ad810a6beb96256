/** What of an error that nobody foresaw may be written down. Its message may quote what somebody wrote: it never is. */
export interface FaultDescription {
  /** The error's class; for something else that was thrown, its type. */
  readonly type: string
  /** A code of Node or of a library, such as `ECONNRESET`. */
  readonly code?: string
  /** Where it was thrown, innermost first: function, file and line of our code and libraries. */
  readonly at: readonly string[]
  readonly cause?: FaultDescription
}

const CLASS = /^\w{1,60}$/
const CODE = /^[A-Z][A-Z0-9_]{1,60}$/
/** `at name (place:line:column)` or `at place:line:column`, with the last two folders of the place. */
const FRAME =
  /^ {4}at (?:(?:async |new )*([\w$.<>#]{1,80}) \()?(?:[^\s()]*?)([\w@.+-]{1,80}\/)?([\w@.:+-]{1,80}:\d+:\d+)\)?$/
const FRAMES_MAX = 20
const CAUSES_MAX = 3

/** A stack without its first lines, which repeat the message; nothing when it cannot be told where they end. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = message === '' ? 0 : stack.indexOf(message)
  if (at < 0) return []
  return stack
    .slice(at + message.length)
    .split('\n')
    .flatMap((line) => {
      const [found, name, folder = '', place] = FRAME.exec(line) ?? []
      return found === undefined ? [] : [`${name === undefined ? '' : `${name} `}${folder}${place}`]
    })
    .slice(0, FRAMES_MAX)
}

/** Class, code and places of whatever was thrown; no word of anybody. */
export function describeFault(thrown: unknown, causes = CAUSES_MAX): FaultDescription {
  if (!(thrown instanceof Error)) return { type: typeof thrown, at: [] }
  const code = 'code' in thrown ? String(thrown.code) : ''
  return {
    type: CLASS.test(thrown.name) ? thrown.name : 'Error',
    ...(CODE.test(code) ? { code } : {}),
    at: framesOf(thrown),
    ...(thrown.cause instanceof Error && causes > 0
      ? { cause: describeFault(thrown.cause, causes - 1) }
      : {}),
  }
}

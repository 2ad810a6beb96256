import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

/**
 * One JSON line per event. Nothing personal goes in: no name, text, address of a person, cookie, secret, query string or
 * id that opens a session (see `sessionTag`). An error says its type, message and stack, which our code keeps free of input.
 */
export const createLog = (level: string, destination?: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['req', 'res', '*.cookie', '*.authorization', '*.secret'], remove: true },
    },
    destination ?? pino.destination(2),
  )

/** What the server checks of a connection and of what comes on it: see messages.ts. */
import * as z from 'zod/mini'
import { Command } from '../session/commands.ts'

/** Whose cookie a connection shows: one browser may hold several roles of one session. */
export const AS = ['facilitator', 'participant', 'screen'] as const
export const As = z.enum(AS)
export type As = z.infer<typeof As>

/** A command with the sender's own id for it: counter per person and device, so that a resend is recognised. */
export const Envelope = z.object({
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,60}$/)),
  command: Command,
  /** Asks what became of a gesture that was sent before and whose moment is past: done then, or `expired`; never done now. */
  late: z.optional(z.boolean()),
})
export type Envelope = z.infer<typeof Envelope>

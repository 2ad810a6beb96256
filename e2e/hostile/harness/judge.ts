import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Facilitator } from '@escale/bots'
import { readWall } from '@escale/shared'
import { quantile } from '../../faults/harness/process-figures.ts'
import type { RealServer } from '../../fixtures/server.ts'
import type { Bars } from './attack.ts'
import type { Seen } from './bystanders.ts'
import { IS_LONG } from './settings.ts'
import type { Stage } from './stage.ts'

const MIB = 1024 * 1024
/** Formats whose text can be looked through for each note. */
export const TEXT_FORMATS = ['markdown', 'html', 'csv', 'json']
export const PICTURE_FORMATS = ['svg', 'png']

/** Resident memory of the server, MiB. */
export async function residentMiB({ process: { pid } }: RealServer): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

/** What is in the data folder, MiB. */
export async function diskMiB({ data }: RealServer): Promise<number> {
  const files = await readdir(data, { recursive: true })
  const sizes = await Promise.all(files.map((name) => stat(join(data, name)).catch(() => undefined)))
  return sizes.reduce((sum, file) => sum + (file?.isFile() ? file.size : 0), 0) / MIB
}

export const p99 = (values: readonly number[]): number => quantile(values, 0.99)

/**
 * How long the bystanders had to wait beyond the bars. What the machine took from a process that does nothing is not the
 * server's fault. In the short form, where neighbours use the machine too, only that counts for which the server's own
 * work in one turn of its loop (`standstillMs`) accounts.
 */
export function delays({ clocks, notes, machine }: Seen, bars: Bars, standstillMs: number): string[] {
  if (!IS_LONG && standstillMs <= bars.clockMs) return []
  const lag = p99(machine)
  const complaints: string[] = []
  if (p99(clocks) > bars.clockMs + lag)
    complaints.push(`clock answers p99 ${ms(p99(clocks))} (bar ${bars.clockMs} + ${ms(lag)} of the machine)`)
  if (p99(notes) > bars.noteMs + lag)
    complaints.push(`notes seen p99 ${ms(p99(notes))} (bar ${bars.noteMs} + ${ms(lag)} of the machine)`)
  return complaints
}

/** What the bystanders met beside delays. */
export function troubles({ clocks, notes, cuts }: Seen): string[] {
  const complaints: string[] = []
  if (clocks.length < 20 || notes.length < 4)
    complaints.push(`too little was seen: ${clocks.length} clocks, ${notes.length} notes`)
  if (cuts > 0) complaints.push(`bystanders were cut off ${cuts} times`)
  return complaints
}

export interface Cost {
  readonly longestMs: number
  readonly memoryMiB: number
  readonly seconds: number
}

export const summary = ({ clocks, notes, machine }: Seen, { longestMs, memoryMiB, seconds }: Cost): string =>
  [
    `clock p99 ${ms(p99(clocks))}`,
    `note p99 ${ms(p99(notes))}`,
    `machine p99 ${ms(p99(machine))}`,
    `longest turn ${ms(longestMs)}`,
    `${Math.round(memoryMiB)} MiB more`,
    `server ${seconds.toFixed(1)} s`,
  ].join(', ')

const ms = (value: number): string => `${Math.round(value)} ms`

/** Is every note that was acknowledged there for a device that knows nothing yet? */
export async function lostNotes({ facilitator, wall }: Stage, texts: readonly string[]): Promise<string[]> {
  facilitator.closeDocuments()
  const { doc } = await facilitator.document('wall', wall).until((d) => d.ready)
  const held = new Set(readWall(doc).notes.map(({ text }) => text))
  const lost = texts.filter((text) => !held.has(text))
  facilitator.closeDocuments()
  return lost.length > 0 ? [`${lost.length} of ${texts.length} acknowledged notes are lost`] : []
}

/** Answers to many who ask in the same second are the same. */
const HARVEST_AGE_MS = 1_100

/** Can the récolte be had in every format, with every note in it? A moment old it may be. */
export async function incompleteHarvest(
  facilitator: Facilitator,
  texts: readonly string[],
  formats: readonly string[],
): Promise<string[]> {
  const missing = await missingInHarvest(facilitator, texts, formats)
  if (missing.length === 0) return missing
  await new Promise((resolve) => setTimeout(resolve, HARVEST_AGE_MS))
  return missingInHarvest(facilitator, texts, formats)
}

async function missingInHarvest(
  { seat: { browser, session } }: Facilitator,
  texts: readonly string[],
  formats: readonly string[],
): Promise<string[]> {
  const complaints: string[] = []
  for (const format of formats) {
    const response = await browser.request(`/api/sessions/${session}/harvest/${format}?as=facilitator`)
    const body = await response.text()
    if (!response.ok) complaints.push(`récolte as ${format}: ${response.status} ${body.slice(0, 80)}`)
    else if (TEXT_FORMATS.includes(format)) {
      const missing = texts.filter((text) => !body.includes(text.split(' ').at(-1) ?? text))
      if (missing.length > 0) complaints.push(`récolte as ${format}: ${missing.length} notes are missing`)
    } else if (body.length === 0) complaints.push(`récolte as ${format} is empty`)
  }
  return complaints
}

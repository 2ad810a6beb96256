/** A crowd of raw clients: the process that a scenario starts, and orders by IPC. */
import { createRandom } from '@escale/shared'
import { now, pause } from '../measure/clock.ts'
import { inParallel } from '../measure/in-parallel.ts'
import { Line } from './line.ts'
import type { Crowd, CrowdAnswer, CrowdCall, LineSpec, Opened, Seen, Sent, Tally, Task } from './messages.ts'
import { CursorPen, NotePen } from './pen.ts'
import { binaryFrame } from './web-socket-frames.ts'

const TICK_MS = 1
const PING_EVERY_MS = 20

interface Due {
  readonly line: Line
  readonly frame: Buffer
  /** ms after the start. */
  readonly at: number
  readonly sent: number[]
}

type Pen = NotePen | CursorPen

let lines: Line[] = []
let pens = new Map<Line, Pen>()
let schedule: Due[] = []
let sent: Sent[] = []

async function open(specs: readonly LineSpec[], atOnce: number): Promise<Opened> {
  lines = specs.map((spec) => new Line(spec))
  pens = new Map(
    lines.flatMap((line) => {
      const { writer, seat } = line.spec
      if (writer === null) return []
      const pen =
        writer.what === 'moves' ? new CursorPen(writer.index) : new NotePen(writer.index, seat.person)
      return [[line, pen]]
    }),
  )
  const failures: string[] = []
  await inParallel(lines, atOnce, (line) =>
    line.open().catch((error: Error) => void failures.push(error.message)),
  )
  return {
    joinMs: lines.map((line) => line.joinMs),
    joinBytes: lines.map((line) => line.joinBytes),
    joinMarks: lines.filter((line) => line.spec.observes).map((line) => line.joinMarks),
    failures,
  }
}

function framesOf(line: Line, pen: Pen, count: number): Buffer[] {
  const payloads = pen.write(count)
  if (pen instanceof CursorPen) return payloads.map((move) => binaryFrame(line.dialect.presence(move)))
  // A server may spare a writer what is their own.
  if (line.spec.keeps) line.kept.push(...payloads)
  return payloads.map((update) => binaryFrame(line.dialect.update(update)))
}

function duesOf(line: Line, pen: Pen, count: number): Due[] {
  const { index = 0, perSecond = 1 } = line.spec.writer ?? {}
  const random = createRandom(`turns ${index}`)
  const gap = 1_000 / perSecond
  const at: number[] = []
  sent.push({ writer: index, from: pen.written, at })
  return framesOf(line, pen, count).map((frame, turn) => ({
    line,
    frame,
    at: (turn + random.next()) * gap,
    sent: at,
  }))
}

async function prepare(tasks: readonly Task[]): Promise<void> {
  sent = []
  const dues = lines.flatMap((line, index) => {
    const { writes = 0, expects = 0 } = tasks[index] ?? {}
    line.forget(expects)
    const pen = pens.get(line)
    return pen === undefined ? [] : duesOf(line, pen, writes)
  })
  schedule = dues.sort((a, b) => a.at - b.at)
}

/** Open loop: what is due is sent whether the server keeps up or not. */
async function write(startAt: number): Promise<readonly Sent[]> {
  let next = 0
  while (next < schedule.length) {
    const elapsed = now() - startAt
    for (let due = schedule[next]; due !== undefined && due.at <= elapsed; due = schedule[++next]) {
      due.sent.push(now())
      due.line.send(due.frame)
    }
    await pause(TICK_MS)
  }
  return sent
}

const isComplete = (line: Line): boolean => line.delivered >= line.expected || line.lost !== undefined

async function drain(withinMs: number): Promise<Tally> {
  const limit = now() + withinMs
  while (now() < limit && !lines.every(isComplete)) await pause(5)
  const sum = (of: (line: Line) => number): number => lines.reduce((total, line) => total + of(line), 0)
  return {
    delivered: sum((line) => line.delivered),
    expected: sum((line) => line.expected),
    echoed: sum((line) => line.echoed),
    frames: sum((line) => line.frames),
    bytes: sum((line) => line.bytes),
    lost: lines.flatMap((line) => line.lost ?? []),
    completeAt: now(),
  }
}

const columns = ({ sightings }: Line): Seen => ({
  writer: Float64Array.from(sightings, (s) => s.writer),
  seq: Float64Array.from(sightings, (s) => s.seq),
  at: Float64Array.from(sightings, (s) => s.at),
})

async function probe(forMs: number): Promise<readonly number[]> {
  const [line] = lines
  if (line === undefined) return []
  const limit = now() + forMs
  while (now() < limit) {
    line.ping()
    await pause(PING_EVERY_MS)
  }
  return line.pingMs
}

const crowd: Crowd = {
  open,
  prepare,
  write,
  drain,
  seen: async () => lines.filter((line) => line.spec.observes).map(columns),
  kept: async () => lines.filter((line) => line.spec.keeps).map((line) => line.kept),
  probe,
  stall: async () => {
    for (const line of lines) line.stall()
  },
  close: async () => {
    for (const line of lines) line.close()
    lines = []
  },
}

const answer = (message: CrowdAnswer): void => void process.send?.(message)

process.on('message', ({ id, name, args }: CrowdCall) => {
  const call = crowd[name] as (...given: readonly unknown[]) => Promise<unknown>
  call(...args).then(
    (value) => answer({ id, value }),
    (error: unknown) =>
      answer({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))

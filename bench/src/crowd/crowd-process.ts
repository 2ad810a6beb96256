/** A crowd of raw clients: the process that a scenario starts, and orders by IPC. */
import { createRandom } from '@escale/shared'
import { now, pause } from '../measure/clock.ts'
import { inParallel } from '../measure/in-parallel.ts'
import { serve } from '../remote/serve.ts'
import { Line } from './line.ts'
import type { Crowd, LineSpec, Opened, Seen, Sent, Tally, Task, WriterSpec } from './messages.ts'
import { BulkPen, CursorPen, NotePen } from './pen.ts'
import { binaryFrame } from './web-socket-frames.ts'

const TICK_MS = 1
/** Writers of what is there before anybody comes; no line has these numbers. */
const FILLERS_FROM = 50_000
const FILL_EVERY_MS = 5

interface Due {
  readonly line: Line
  readonly frame: Buffer
  /** ms after the start. */
  readonly at: number
  readonly sent: number[]
}

type Pen = NotePen | CursorPen | BulkPen

const penFor = ({ what, index }: WriterSpec, person: string): Pen =>
  what === 'moves'
    ? new CursorPen(index)
    : what === 'bulk'
      ? new BulkPen(index, person)
      : new NotePen(index, person)

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
      return [[line, penFor(writer, seat.person)]]
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
  }
}

const arrived = (): number => lines.reduce((sum, line) => sum + line.bytes, 0)

async function settle(quietMs: number, withinMs: number): Promise<boolean> {
  const limit = now() + withinMs
  let last = arrived()
  let since = now()
  while (now() - since < quietMs) {
    if (now() > limit) return false
    await pause(10)
    const bytes = arrived()
    if (bytes !== last) since = now()
    last = bytes
  }
  return true
}

/** Spread over the lines, so that nobody writes more than one person may. */
async function fill(notes: number, writers: number): Promise<void> {
  for (let writer = 0; writer < writers; writer++) {
    const line = lines[writer % lines.length]
    if (line === undefined) return
    const pen = new NotePen(FILLERS_FROM + writer, line.spec.seat.person)
    pen.write(Math.floor(notes / writers))
    line.send(binaryFrame(line.dialect.update(pen.whole())))
    await pause(FILL_EVERY_MS)
  }
}

const columns = ({ sightings }: Line): Seen => ({
  writer: Float64Array.from(sightings, (s) => s.writer),
  seq: Float64Array.from(sightings, (s) => s.seq),
  at: Float64Array.from(sightings, (s) => s.at),
})

serve<Crowd>({
  open,
  prepare,
  write,
  drain,
  settle,
  fill,
  seen: async () => lines.filter((line) => line.spec.observes).map(columns),
  kept: async () => lines.filter((line) => line.spec.keeps).map((line) => line.kept),
  stall: async () => {
    for (const line of lines) line.stall()
  },
  close: async () => {
    for (const line of lines) line.close()
    lines = []
  },
})

/**
 * Those who only want to work: in the attacked session a facilitator and two participants, in another session a facilitator
 * and one participant. A process of its own, so that the attackers' work is not taken for the server's.
 */
import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { type Bot, type BotDocument, enterWith, joinAs, personNumber } from '@escale/bots'
import type * as Y from 'yjs'

export interface Place {
  readonly session: string
  readonly wall: string
  /** A facilitator's link. */
  readonly secret: string
}

export interface Seen {
  /** Of each question for the time, ms; what was never answered: Infinity. */
  readonly clocks: readonly number[]
  /** Of each note until somebody else saw it, ms; never: Infinity. */
  readonly notes: readonly number[]
  /** The same questions to a process that does nothing else: what the machine takes from everybody. */
  readonly machine: readonly number[]
  /** How often somebody lost the connection. */
  readonly cuts: number
  /** Notes that the server said it has, by session: their texts. */
  readonly acknowledged: Readonly<Record<string, readonly string[]>>
}

const CLOCK_EVERY_MS = 50
const NOTE_EVERY_MS = 200
/** Longer than this nobody waits. */
const PATIENCE_MS = 8_000
/** Nor, once it is over, than this. */
const LAST_ANSWERS_MS = 1_500

/** Puts into `into` how long the answer took: as long as was waited for one that did not come, and for nothing longer after `stop`. */
async function timed(question: () => Promise<unknown>, into: number[], stop: AbortSignal): Promise<void> {
  const began = performance.now()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false)
    stop.addEventListener('abort', () => setTimeout(resolve, LAST_ANSWERS_MS, false), { once: true })
  })
  const isAnswered = await Promise.race([question().then(() => true), late])
  clearTimeout(timer)
  into.push(isAnswered ? performance.now() - began : Number.POSITIVE_INFINITY)
}

/** Two people at one wall, and others who only look. */
class Table {
  readonly acknowledged: string[] = []
  cuts = 0
  readonly #writer: Bot
  readonly #reader: BotDocument
  readonly #all: readonly Bot[]
  readonly #waiting = new Map<string, () => void>()
  readonly #place: Place

  private constructor(place: Place, all: readonly Bot[], writer: Bot, reader: BotDocument) {
    this.#place = place
    this.#all = all
    this.#writer = writer
    this.#reader = reader
    const notes = reader.doc.getMap('notes')
    notes.observe(({ keysChanged }: Y.YMapEvent<unknown>) => {
      for (const id of keysChanged) this.#waiting.get(String(id))?.()
    })
    for (const { connection } of all) {
      let wasHere = true
      connection.onChange(() => {
        if (wasHere && !connection.connected) this.cuts += 1
        wasHere = connection.connected
      })
    }
    reader.provider.on('connection-close', () => {
      this.cuts += 1
    })
  }

  static async sit(url: string, place: Place, participants: number): Promise<Table> {
    const facilitator = await enterWith(url, place.session, place.secret)
    const others = await Promise.all(
      Array.from({ length: participants }, (_, n) => joinAs(url, place.session, personNumber(n))),
    )
    const all = [facilitator, ...others]
    await Promise.all(all.map((bot) => bot.until((sight) => sight.activity?.id === place.wall)))
    const reader = all.at(-1)?.document('wall', place.wall)
    const writer = all.at(-2)
    if (reader === undefined || writer === undefined) throw new Error('nobody sits here')
    await reader.until((document) => document.ready)
    return new Table(place, all, writer, reader)
  }

  clocks(into: number[], stop: AbortSignal): Promise<unknown> {
    return Promise.all(this.#all.map(({ connection }) => timed(() => connection.askTime(), into, stop)))
  }

  async note(into: number[], stop: AbortSignal): Promise<void> {
    const id = randomUUID()
    const text = `témoin ${id}`
    await timed(
      async () => {
        const seen = new Promise<void>((resolve) => this.#waiting.set(id, resolve))
        const put = this.#writer.write(
          { type: 'put', note: { id, text, colour: 0, zone: '' } },
          this.#place.wall,
        )
        const receipt = await put
        if (!receipt.ok) throw new Error(`a bystander's note was refused: ${receipt.refusal}`)
        this.acknowledged.push(text)
        await seen
      },
      into,
      stop,
    ).finally(() => this.#waiting.delete(id))
  }

  leave(): void {
    this.#reader.close()
    for (const bot of this.#all) bot.close()
  }
}

const every = (ms: number, run: () => Promise<unknown>, stop: AbortSignal): Promise<unknown> => {
  const running: Promise<unknown>[] = []
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => running.push(run().catch(reject)), ms)
    stop.addEventListener('abort', () => {
      clearInterval(timer)
      Promise.all(running).then(resolve, reject)
    })
  })
}

function echoTo(port: number): { ask(): Promise<void>; end(): void } {
  const socket: Socket = connect(port, '127.0.0.1').setNoDelay(true)
  const waiting: (() => void)[] = []
  socket.on('data', (data) => {
    for (let n = 0; n < data.length; n++) waiting.shift()?.()
  })
  return {
    ask: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        socket.write('.')
      }),
    end: () => socket.destroy(),
  }
}

export async function sit(url: string, attacked: Place, elsewhere: Place, echoPort: number) {
  const tables = await Promise.all([Table.sit(url, attacked, 2), Table.sit(url, elsewhere, 1)])
  const echo = echoTo(echoPort)
  return {
    /** Looks until `stop`. */
    async look(stop: AbortSignal): Promise<Seen> {
      const [clocks, notes, machine]: [number[], number[], number[]] = [[], [], []]
      const before = tables.reduce((sum, table) => sum + table.cuts, 0)
      await Promise.all([
        every(CLOCK_EVERY_MS, () => timed(() => echo.ask(), machine, stop), stop),
        ...tables.flatMap((table) => [
          every(CLOCK_EVERY_MS, () => table.clocks(clocks, stop), stop),
          every(NOTE_EVERY_MS, () => table.note(notes, stop), stop),
        ]),
      ])
      const [here = [], there = []] = tables.map((table) => table.acknowledged)
      return {
        clocks,
        notes,
        machine,
        cuts: tables.reduce((sum, table) => sum + table.cuts, 0) - before,
        acknowledged: { [attacked.session]: [...here], [elsewhere.session]: [...there] },
      }
    },
    leave() {
      echo.end()
      for (const table of tables) table.leave()
    },
  }
}

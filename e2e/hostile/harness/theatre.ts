/** Where attacks are played: the server, the bystanders, and what they say afterwards. */
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { withPlant } from '../../faults/harness/plant.ts'
import { highest, longestTurn } from '../../faults/harness/process-figures.ts'
import { RealServer, type ServerSettings } from '../../fixtures/server.ts'
import { type Attack, BARS } from './attack.ts'
import type { Place } from './bystanders.ts'
import {
  delays,
  diskMiB,
  incompleteHarvest,
  lostNotes,
  PICTURE_FORMATS,
  residentMiB,
  summary,
  TEXT_FORMATS,
  troubles,
} from './judge.ts'
import { secondsUsed } from './process-cost.ts'
import { IS_LONG } from './settings.ts'
import { openStage, type Stage } from './stage.ts'
import { type Table, Witness } from './witness.ts'

/** Attackers have machines of their own: here they take only what server and bystanders leave. */
const ATTACKERS_PRIORITY = 10
const AFTER_MS = 700
const STEPPING_CLOCK = join(import.meta.dirname, '../plants/stepping-clock.cjs')

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const placeOf = ({ session, wall, facilitator }: Stage): Place => ({
  session,
  wall,
  secret: facilitator.seat.secret,
})

interface Verdict {
  readonly wrong: readonly string[]
  /** What was only late. */
  readonly slow: readonly string[]
}

/** A server, a session that is attacked, and another one; the bystanders sit in both. */
interface Scene {
  readonly server: RealServer
  readonly stage: Stage
  readonly elsewhere: Stage
  readonly table: Table
  /** Texts of notes that the server said it has, by session. */
  acknowledged: Readonly<Record<string, readonly string[]>>
}

export class Theatre {
  readonly #scenes = new Set<Scene>()
  #common: Scene | undefined
  #witness: Promise<Witness> | undefined

  constructor() {
    setPriority(ATTACKERS_PRIORITY)
  }

  /**
   * Plays one attack. Answers all that was wrong with it. Where neighbours share the machine (the short form) what was only
   * slow is played once more, and wrong if it is slow again.
   */
  async play(attack: Attack, settings: ServerSettings | undefined = attack.house): Promise<string[]> {
    const first = await this.#playOnce(attack, settings)
    const isOver = IS_LONG || settings !== undefined || first.slow.length === 0 || first.wrong.length > 0
    if (isOver) return [...first.wrong, ...first.slow]
    const second = await this.#playOnce(attack, settings)
    return [...second.wrong, ...second.slow]
  }

  async #playOnce(attack: Attack, settings: ServerSettings | undefined): Promise<Verdict> {
    if (settings === undefined && !IS_LONG) return this.#judge(attack, await this.#commonScene())
    const scene = await this.#open(settings ?? {})
    try {
      const { wrong, slow } = await this.#judge(attack, scene)
      return { wrong: scene.server.isAlive ? [...wrong, ...(await damages(scene))] : wrong, slow }
    } finally {
      await this.#close(scene)
    }
  }

  async #judge(attack: Attack, scene: Scene): Promise<Verdict> {
    const { server, stage, table } = scene
    const bars = { ...BARS, ...attack.bars }
    const wrong: string[] = []
    const { pid } = server.process
    await longestTurn(server)
    const before = {
      memory: await residentMiB(server),
      disk: await diskMiB(server),
      seconds: await secondsUsed(server),
    }
    const memory = highest(() => residentMiB(server).catch(() => 0))
    const complain = (what: string) => wrong.push(what)
    const seen = await table.look(async () => {
      await attack.play({ server, stage, complain }).catch((error: unknown) => complain(`attack: ${error}`))
      await pause(AFTER_MS)
    })
    const memoryMiB = (await memory.end()) - before.memory
    scene.acknowledged = seen.acknowledged
    if (!server.isAlive) return { wrong: [...wrong, `the server ended: ${lastError(server)}`], slow: [] }
    if (server.process.pid !== pid) complain('the server was started again')
    const longestMs = await longestTurn(server)
    const seconds = (await secondsUsed(server)) - before.seconds
    console.info(`${attack.id}: ${summary(seen, { longestMs, memoryMiB, seconds })}`)
    wrong.push(...troubles(seen))
    if (memoryMiB > bars.memoryMiB)
      complain(`${Math.round(memoryMiB)} MiB more memory (bar ${bars.memoryMiB})`)
    const grown = (await diskMiB(server)) - before.disk
    if (grown > bars.diskMiB) complain(`${Math.round(grown)} MiB more on the disk (bar ${bars.diskMiB})`)
    return { wrong, slow: delays(seen, bars, longestMs) }
  }

  /** What the server that most attacks of the short form share has lost, when all have been played. */
  async damages(): Promise<string[]> {
    return this.#common?.server.isAlive ? damages(this.#common) : []
  }

  /** A new one when an attack has ended it. */
  async #commonScene(): Promise<Scene> {
    if (this.#common?.server.isAlive) return this.#common
    if (this.#common !== undefined) await this.#close(this.#common)
    this.#common = await this.#open({})
    return this.#common
  }

  async #open(settings: ServerSettings): Promise<Scene> {
    const { nodeArgs = [] } = withPlant('memory-probe')
    const server = await RealServer.prepare({
      ...settings,
      nodeArgs: [...nodeArgs, '--require', STEPPING_CLOCK, ...(settings.nodeArgs ?? [])],
      env: { ESCALE_LOG: 'warn', ...settings.env },
    })
    await server.begin()
    this.#witness ??= Witness.hire()
    const [witness, stage, elsewhere] = [
      await this.#witness,
      await openStage(server),
      await openStage(server),
    ]
    const table = await witness.sit(server.url, placeOf(stage), placeOf(elsewhere))
    const scene = { server, stage, elsewhere, table, acknowledged: {} }
    this.#scenes.add(scene)
    return scene
  }

  async #close(scene: Scene): Promise<void> {
    this.#scenes.delete(scene)
    scene.stage.facilitator.close()
    scene.elsewhere.facilitator.close()
    scene.table.leave()
    await scene.server.dispose()
  }

  async close(): Promise<void> {
    await Promise.all([...this.#scenes].map((scene) => this.#close(scene)))
    await (await this.#witness)?.dismiss()
  }
}

const lastError = ({ output }: RealServer): string =>
  output
    .split('\n')
    .findLast((line) => /Error/.test(line))
    ?.slice(0, 300) ?? ''

/** Notes that are lost, and formats of the récolte that are not whole. */
async function damages({ stage, elsewhere, acknowledged }: Scene): Promise<string[]> {
  const found: string[] = []
  for (const one of [stage, elsewhere]) {
    const texts = acknowledged[one.session] ?? []
    found.push(...(await lostNotes(one, texts)))
    found.push(...(await incompleteHarvest(one.facilitator, texts, TEXT_FORMATS)))
  }
  return [...found, ...(await incompleteHarvest(stage.facilitator, [], PICTURE_FORMATS))]
}

import type { Activity, Command, Created, Receipt } from '@escale/shared'
import { Bot } from './bot.ts'
import { Browser } from './http.ts'

/** Who drives a session, by commands only. */
export class Facilitator extends Bot {
  readonly created: Created

  constructor(browser: Browser, created: Created) {
    super({
      browser,
      session: created.session,
      as: 'facilitator',
      person: null,
      name: 'facilitator',
      secret: created.secret,
    })
    this.created = created
  }

  /** @throws Error when the server refuses */
  async do(command: Command): Promise<Receipt> {
    const receipt = await this.command(command)
    if (!receipt.ok) throw new Error(`${command.type} refused: ${receipt.refusal}`)
    return receipt
  }

  /** The plan as the last frame told it. */
  plan(): readonly Activity[] {
    return this.sight.plan?.workshop.plan ?? []
  }

  /** The first activity of a kind. @throws Error when the plan has none */
  activity(kind: string): Activity {
    const found = this.plan().find((a) => a.kind === kind)
    if (found === undefined) throw new Error(`no ${kind} in the plan`)
    return found
  }

  async go(activity: string | null): Promise<void> {
    await this.do({ type: 'go', activity })
    await this.until((sight) => (sight.activity?.id ?? null) === activity)
  }
}

/** Creates a session as a stranger on the home page does, and stands in its console. `origin`: as in `Browser`. */
export async function createAs(
  baseUrl: string,
  from: Parameters<Browser['createSession']>[0] = {},
  origin?: string,
): Promise<Facilitator> {
  const browser = new Browser(baseUrl, origin)
  const facilitator = new Facilitator(browser, await browser.createSession(from))
  await facilitator.until((sight) => sight.plan !== undefined)
  return facilitator
}

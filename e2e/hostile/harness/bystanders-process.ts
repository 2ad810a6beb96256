/** Serves `bystanders.ts` to the process that started this one: « sit », « look », « stop », « leave ». */
import { type Place, type Seen, sit } from './bystanders.ts'

/** `table`: which of those who sit is meant; several may sit at a time, at different servers. */
export type Order = { readonly table: number } & (
  | {
      readonly type: 'sit'
      readonly url: string
      readonly attacked: Place
      readonly elsewhere: Place
      readonly echoPort: number
    }
  | { readonly type: 'look' | 'stop' | 'leave' }
)
export type Report = { readonly table: number } & (
  | { readonly type: 'sitting' | 'looking' }
  | { readonly type: 'seen'; readonly seen: Seen }
  | { readonly type: 'trouble'; readonly trouble: string }
)

const report = (it: Report): void => void process.send?.(it)

const sitting = new Map<number, Awaited<ReturnType<typeof sit>>>()
const looking = new Map<number, AbortController>()

async function follow(order: Order): Promise<void> {
  const { table } = order
  switch (order.type) {
    case 'sit':
      sitting.set(table, await sit(order.url, order.attacked, order.elsewhere, order.echoPort))
      report({ table, type: 'sitting' })
      return
    case 'look': {
      const stop = new AbortController()
      looking.set(table, stop)
      const seen = sitting.get(table)?.look(stop.signal)
      report({ table, type: 'looking' })
      if (seen !== undefined) report({ table, type: 'seen', seen: await seen })
      return
    }
    case 'stop':
      looking.get(table)?.abort()
      return
    case 'leave':
      sitting.get(table)?.leave()
      sitting.delete(table)
  }
}

process.on('message', (order: Order) => {
  follow(order).catch((error: unknown) =>
    report({ table: order.table, type: 'trouble', trouble: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))

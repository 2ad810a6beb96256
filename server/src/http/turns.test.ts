import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

/** Work that is over when it is told so. */
function work(name: string, log: string[]) {
  let finish: () => void = () => undefined
  let fail: (error: Error) => void = () => undefined
  const over = new Promise<void>((resolve, reject) => {
    finish = resolve
    fail = reject
  })
  const run = async () => {
    log.push(`${name} begins`)
    await over
    log.push(`${name} ends`)
    return name
  }
  return { run, finish: () => finish(), fail: () => fail(new Error(name)) }
}
const turn = () => new Promise<void>((resolve) => void setImmediate(resolve))

test('what concerns the same thing is done one after the other, also by whoever comes while the second is at work', async () => {
  const turns = new Turns()
  const log: string[] = []
  const one = work('1', log)
  const two = work('2', log)
  const three = work('3', log)
  const other = work('x', log)
  const first = turns.take('a', one.run)
  const second = turns.take('a', two.run)
  const elsewhere = turns.take('b', other.run)
  await turn()
  expect(log).toEqual(['1 begins', 'x begins'])
  one.finish()
  expect(await first).toBe('1')
  await turn()
  const third = turns.take('a', three.run)
  await turn()
  expect(log).toEqual(['1 begins', 'x begins', '1 ends', '2 begins'])
  for (const { finish } of [two, three, other]) finish()
  expect(await Promise.all([second, third, elsewhere])).toEqual(['2', '3', 'x'])
  expect(turns.size).toBe(0)
  expect(log.filter((line) => !line.startsWith('x'))).toEqual([
    ...['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends'],
  ])
})

test('what fails fails for whoever asked, and for nobody after it', async () => {
  const turns = new Turns()
  const log: string[] = []
  const [one, two] = [work('1', log), work('2', log)]
  const first = turns.take('a', one.run)
  const second = turns.take('a', two.run)
  one.fail()
  two.finish()
  await expect(first).rejects.toThrow('1')
  expect(await second).toBe('2')
  expect(turns.size).toBe(0)
})

import { Browser } from '@escale/bots'
import { type Door, exportWorkshop, type Failure } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startServer, TestClock, type TestServer } from '../testkit/index.ts'
import {
  DEMO_ARRIVES_MS,
  DEMO_LASTS_MS,
  DEMO_UNATTENDED_MS,
  DEMOS_MAX,
  DEMOS_PER_ADDRESS,
  type Demonstration,
  Demonstrations,
} from './demonstrations.ts'

let clock: TestClock
let attended: Set<string>
let stopped: string[]
let started: number
let demos: Demonstrations
beforeEach(() => {
  clock = new TestClock()
  attended = new Set()
  stopped = []
  started = 0
  demos = new Demonstrations({
    clock,
    start: async (): Promise<Demonstration> => {
      const session = `s${++started}`
      let leave: () => void = () => undefined
      const over = new Promise<void>((resolve) => {
        leave = resolve
      })
      const stop = () => {
        stopped.push(session)
        leave()
      }
      return { created: { session, code: 'c', secret: 'x' }, over, stop }
    },
    isAttended: async (session) => attended.has(session),
  })
})
const turn = () => new Promise(setImmediate)
const refused = (refusal: string) => expect.objectContaining({ refusal })

test('[L33] an address has a few at a time; one that nobody drives gives way once they have had the time to come', async () => {
  for (let i = 0; i < DEMOS_PER_ADDRESS; i++) await demos.open(`b${i}`, 'a')
  await expect(demos.open('one more', 'a')).rejects.toEqual(refused('too-many'))
  await demos.open('elsewhere', 'b')
  attended.add('s1')
  clock.advance(DEMO_ARRIVES_MS)
  await demos.open('one more', 'a')
  expect(stopped).toEqual(['s2'])
  expect(demos.of('b1')).toBeUndefined()
  expect((await demos.of('b0'))?.session).toBe('s1')
})

test('[L33] the process has so many, however many ask at once', async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: DEMOS_MAX + 20 }, (_, i) => demos.open(`b${i}`, `address ${i}`)),
  )
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(DEMOS_MAX)
  expect(started).toBe(DEMOS_MAX)
  await expect(demos.open('late', 'z')).rejects.toEqual(refused('busy'))
})

test.each([
  ['an address', DEMOS_PER_ADDRESS, () => 'a'],
  ['the process', DEMOS_MAX, (i: number) => `address ${i}`],
])('[L33] %s has no more when many come where some may give way', async (_, most, addressOf) => {
  for (let i = 0; i < most; i++) await demos.open(`first ${i}`, addressOf(i))
  clock.advance(DEMO_ARRIVES_MS)
  const names = Array.from({ length: 3 * most }, (__, i) => `then ${i}`)
  await Promise.allSettled(names.map((name, i) => demos.open(name, addressOf(100 + i))))
  await turn()
  const open = [...names, ...Array.from({ length: most }, (__, i) => `first ${i}`)].filter((n) => demos.of(n))
  expect(open.length).toBeGreaterThan(0)
  expect(open.length).toBeLessThanOrEqual(most)
})

test('[L33] what nobody drives any more ends by itself, and everything after its time', async () => {
  await demos.open('left', 'a')
  await demos.open('shown', 'a')
  attended.add('s2')
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 60_000) {
      clock.advance(60_000)
      await turn()
    }
  }
  await pass(DEMO_UNATTENDED_MS)
  expect(stopped).toEqual(['s1'])
  await pass(DEMO_LASTS_MS)
  expect(stopped).toEqual(['s1', 's2'])
})

test('[L33] one that could not start, or whose people have left, takes no place', async () => {
  await demos.open('b', 'a')
  demos.close()
  await turn()
  expect(demos.of('b')).toBeUndefined()
  const broken = new Demonstrations({
    clock,
    start: async () => Promise.reject(new Error('no')),
    isAttended: async () => false,
  })
  await expect(broken.open('b', 'a')).rejects.toThrow('no')
  await turn()
  expect(broken.of('b')).toBeUndefined()
})

test('[L33] so many, for so long: another number is a decision', () => {
  expect([DEMOS_MAX, DEMOS_PER_ADDRESS]).toEqual([8, 3])
  const minutes = [DEMO_LASTS_MS, DEMO_UNATTENDED_MS, DEMO_ARRIVES_MS].map((ms) => ms / 60_000)
  expect(minutes).toEqual([120, 10, 1])
})

test('[L33] nobody looks after demonstrations where there are none, and once a minute where there is one', async () => {
  const looks: number[] = []
  const at = clock.at.bind(clock)
  clock.at = (instant, run) => {
    looks.push(instant - clock.now())
    return at(instant, run)
  }
  clock.advance(DEMO_LASTS_MS)
  expect(looks).toEqual([])
  await demos.open('b', 'a')
  await demos.open('c', 'a')
  expect(looks).toEqual([60_000])
  await demos.end('b')
  await demos.end('c')
  clock.advance(60_000)
  await turn()
  clock.advance(DEMO_LASTS_MS)
  await turn()
  expect(looks).toEqual([60_000])
  await demos.open('d', 'a')
  expect(looks).toEqual([60_000, 60_000])
  // Closed, it looks no more.
  demos.close()
  attended.add('s3')
  await demos.open('e', 'a')
  clock.advance(DEMO_LASTS_MS)
  await turn()
  expect(stopped).toContain('s3')
})

/** Does this browser come into the console? */
const drives = async (browser: Browser, session = ''): Promise<boolean> => {
  const door = await browser.request(`/api/sessions/${session}/door`)
  return ((await door.json()) as Door).known.facilitator
}

let server: TestServer | undefined
afterEach(() => server?.dispose())

test('[L33] thirty presses of the button are one demonstration; thirty strangers from one address, a few', async () => {
  let made = 0
  server = await startServer({
    kinds: testKinds,
    startDemo: async (baseUrl) => {
      made++
      const created = await new Browser(baseUrl).createSession({ file: exportWorkshop(tallyWorkshop('a')) })
      return { created, over: new Promise(() => undefined), stop: () => undefined }
    },
  })
  const { baseUrl } = server
  const one = new Browser(baseUrl)
  const ask = async (browser: Browser) => {
    const answer = await browser.request('/api/demo', { method: 'POST' })
    return (await answer.json()) as Partial<Failure> & { readonly session?: string }
  }
  const first = await ask(one)
  const again = await Promise.all(Array.from({ length: 29 }, () => ask(one)))
  expect(new Set([first, ...again].map((a) => a.session))).toEqual(new Set([first.session]))
  expect(made).toBe(1)
  expect(await drives(one, first.session)).toBe(true)
  const strangers = await Promise.all(Array.from({ length: 30 }, () => ask(new Browser(baseUrl))))
  expect(strangers.filter((a) => a.refusal === 'too-many')).toHaveLength(30 - (DEMOS_PER_ADDRESS - 1))
  expect(made).toBe(DEMOS_PER_ADDRESS)
})

test('whoever opened one drives it; where their session or their place is gone they get another', async () => {
  server = await startServer({
    kinds: testKinds,
    startDemo: async (baseUrl) => {
      const created = await new Browser(baseUrl).createSession({ file: exportWorkshop(tallyWorkshop('a')) })
      return { created, over: new Promise(() => undefined), stop: () => undefined }
    },
  })
  const one = new Browser(server.baseUrl)
  const ask = async () => {
    const answer = await one.request('/api/demo', { method: 'POST' })
    const { session } = (await answer.json()) as { readonly session: string }
    expect(await drives(one, session)).toBe(true)
    return session
  }
  const first = await ask()
  expect(await ask()).toBe(first)
  await one.leave(first, 'facilitator')
  expect(await ask()).toBe(first)
  const wish = { method: 'DELETE', headers: { 'content-type': 'application/json' }, body: '{"sure":true}' }
  const deleted = await one.request(`/api/sessions/${first}`, wish)
  expect(deleted.ok).toBe(true)
  expect(await ask()).not.toBe(first)
})

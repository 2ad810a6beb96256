/** What a hand does, as real wheel events of the browser, and how the page kept up. */
import type { CDPSession, Page } from 'playwright-core'
import { now, pause } from '../measure/clock.ts'
import type { Opened, OpenedBoard } from './board.ts'

const EVERY_MS = 1_000 / 60
const CONTROL = 2
const PAN_MS = 3_000
const ZOOM_MS = 1_500
/** A pan turns round after so long: it ends where it began, or it would soon be beside all notes. */
const TURN_MS = 750
const PAN_PX = { x: 40, y: 25 }
const SCROLL_PX = 60
const SETTLE_MS = 700
const WARM_TURNS = 3
/** As near as one reads a note. */
const NEAR = 0.9

interface Recorder {
  readonly recording?: { readonly gaps: number[]; readonly work: number[]; isOn: boolean }
}

/** What was seen of the frames of one movement, ms. */
export interface Frames {
  /** From one frame to the next: 16.7 where none was missed. */
  readonly gaps: readonly number[]
  /** From the beginning of a frame until the page had nothing more to do for it. */
  readonly work: readonly number[]
}

const record = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const recording = { gaps: [] as number[], work: [] as number[], isOn: true }
    const { port1, port2 } = new MessageChannel()
    let last = 0
    // A message that is sent in a frame comes when that frame has been handed over to be drawn.
    port1.addEventListener('message', ({ data }) => recording.work.push(performance.now() - data))
    port1.start()
    const tick = (at: number) => {
      if (last > 0) recording.gaps.push(at - last)
      last = at
      port2.postMessage(at)
      if (recording.isOn) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(globalThis, { recording } satisfies Recorder)
  })

const recorded = (page: Page): Promise<Frames> =>
  page.evaluate(() => {
    const { recording } = globalThis as Recorder
    if (recording) recording.isOn = false
    return { gaps: recording?.gaps ?? [], work: recording?.work ?? [] }
  })

const wheel = (client: CDPSession, at: Opened['middle'], deltaX: number, deltaY: number, modifiers = 0) =>
  void client
    .send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX, deltaY, modifiers })
    // A page that is closed while an event is under way.
    .catch(() => {})

/** Sixty times a second, whether the page keeps up or not, as a hand does. */
async function everyFrame(forMs: number, step: (elapsed: number) => void): Promise<void> {
  const began = now()
  for (let due = 0; due < forMs; due += EVERY_MS) {
    await pause(Math.max(0, began + due - now()))
    step(due)
  }
}

/** One movement and the moment after it. */
async function during(opened: Opened, move: () => Promise<unknown>): Promise<Frames> {
  await record(opened.page)
  await move()
  return recorded(opened.page)
}

const pan = ({ client, middle }: Opened) =>
  everyFrame(PAN_MS, (elapsed) => {
    const way = Math.floor(elapsed / TURN_MS) % 2 === 0 ? 1 : -1
    wheel(client, middle, way * PAN_PX.x, way * PAN_PX.y)
  })

const zoomBy = ({ client, middle, nearerDelta }: OpenedBoard, way: 1 | -1) =>
  everyFrame(ZOOM_MS, () => wheel(client, middle, 0, way * nearerDelta, CONTROL))

/** To about this zoom, without being measured. */
async function zoomTo(opened: OpenedBoard, aim: number): Promise<void> {
  for (let i = 0; i < 400; i++) {
    const zoom = await opened.zoom()
    if (Math.abs(Math.log(zoom / aim)) < 0.12) return
    wheel(opened.client, opened.middle, 0, zoom < aim ? opened.nearerDelta : -opened.nearerDelta, CONTROL)
    await pause(EVERY_MS)
  }
}

const joined = (all: readonly Frames[]): Frames => ({
  gaps: all.flatMap((one) => one.gaps),
  work: all.flatMap((one) => one.work),
})

export interface Movements {
  readonly far: Frames
  readonly zoom: Frames
  readonly near: Frames
  readonly all: Frames
}

/** Pans from far, comes nearer, pans over what can be read, and goes back. */
export async function panAndZoom(opened: OpenedBoard): Promise<Movements> {
  await pause(SETTLE_MS)
  const far = await during(opened, () => pan(opened))
  await pause(SETTLE_MS)
  const nearer = await during(opened, () => zoomBy(opened, 1))
  const away = await during(opened, () => zoomBy(opened, -1))
  await zoomTo(opened, NEAR)
  await pause(SETTLE_MS)
  const near = await during(opened, () => pan(opened))
  const zoom = joined([nearer, away])
  return { far, zoom, near, all: joined([far, zoom, near]) }
}

export interface Pans {
  /** The first movements of a page that has just been loaded. */
  readonly first: Frames
  /** What a page in use does, for so long as was asked. */
  readonly later: Frames
}

/** Pans over what can be read. */
export async function panNear(opened: OpenedBoard, forMs: number): Promise<Pans> {
  await zoomTo(opened, NEAR)
  return goOnWith(opened, pan, forMs)
}

/** Down through the notes, and up again. */
export const scroll = ({ client, middle }: Opened) =>
  everyFrame(PAN_MS, (elapsed) => wheel(client, middle, 0, elapsed < PAN_MS / 2 ? SCROLL_PX : -SCROLL_PX))

/** Scrolls once, on a page that has come to rest. */
export async function scrolled(opened: Opened): Promise<Frames> {
  await pause(SETTLE_MS)
  return during(opened, () => scroll(opened))
}

/** One movement again and again, for so long. */
export async function goOnWith<O extends Opened>(
  opened: O,
  move: (opened: O) => Promise<unknown>,
  forMs: number,
): Promise<Pans> {
  const first = await during(opened, () => move(opened))
  for (let turn = 0; turn < WARM_TURNS; turn++) await move(opened)
  await pause(SETTLE_MS)
  const later = await during(opened, async () => {
    for (let done = 0; done < forMs; done += PAN_MS) await move(opened)
  })
  return { first, later }
}

/** Movements on a machine that is so many times slower: as on an old telephone. */
export async function slowedDown<T>({ client }: Opened, times: number, work: () => Promise<T>): Promise<T> {
  await client.send('Emulation.setCPUThrottlingRate', { rate: times })
  const done = await work()
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return done
}

/** Types into a field; each key's way to the frame after it, ms. */
export async function typing(page: Page, field: string, keys: number): Promise<readonly number[]> {
  await page.locator(field).first().focus()
  await page.evaluate(() => {
    const typed: number[] = []
    document.addEventListener('keydown', ({ timeStamp }) =>
      // A timer that is set in a frame comes after that frame has been drawn.
      requestAnimationFrame(() => setTimeout(() => typed.push(performance.now() - timeStamp))),
    )
    Object.assign(globalThis, { typed })
  })
  for (let i = 0; i < keys; i++) {
    await page.keyboard.press('abcdefgh '.charAt(i % 9))
    await pause(90)
  }
  return page.evaluate(() => (globalThis as { typed?: number[] }).typed ?? [])
}

// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Drag } from './drag.ts'

const CLIENT = fileURLToPath(new URL('..', import.meta.url))
/** What somebody writes who makes something draggable. */
const DRAGS =
  /\bdraggable\b(?!=\{false\})|onDragStart|useDragAndDrop|setPointerCapture|onPointerMove|'pointermove'|'touchmove'/
/** Listens to a pointer that moves, and moves nothing. */
const NO_DRAG = [
  'screen/use-idle.ts',
  'activities/wall/together/BoardCursors.tsx',
  'activities/wall/together/use-own-moves.ts',
]

const sources = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
)
const registers = await Promise.all(
  sources
    .filter((file) => /(^|\/)drags\.ts$/.test(file))
    .map(async (file) => {
      const { drags } = (await import(join(CLIENT, file))) as { drags: readonly Drag[] }
      return drags.map((drag) => ({ ...drag, folder: dirname(file) }))
    }),
)
const all = registers.flat()

describe('the register of drags', () => {
  test('[M48] whatever can be dragged is in it', () => {
    const dragging = sources.filter(
      (file) => !NO_DRAG.includes(file) && DRAGS.test(readFileSync(join(CLIENT, file), 'utf8')),
    )
    expect(dragging.toSorted()).toEqual(
      [...new Set(all.map(({ folder, file }) => join(folder, file)))].toSorted(),
    )
  })

  test('[M48] what it leaves out is there, and each drag has a name of its own', () => {
    for (const file of NO_DRAG) expect(existsSync(join(CLIENT, file)), file).toBe(true)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  test.each(all)('[M48] $id: a test finds the other way', ({ id, folder, test: proof }) => {
    expect(readFileSync(join(CLIENT, folder, proof), 'utf8')).toMatch(new RegExp(`\\[M48\\] .*\\b${id}\\b`))
  })
})

import { readFileSync } from 'node:fs'
import { BACKGROUNDS, shapesOf } from '@escale/shared/activities/wall'
import { expect, test } from 'vitest'

test('every look of the drawings is known by the client', () => {
  const css = readFileSync(new URL('Background.module.css', import.meta.url), 'utf8')
  const looks = BACKGROUNDS.flatMap((background) =>
    shapesOf(background, () => '').flatMap((shape) => (shape.type === 'text' ? [] : [shape.look])),
  )
  for (const look of new Set(looks)) expect(css).toMatch(new RegExp(`\\.${look}[ ,]`))
})

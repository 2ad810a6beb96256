import { expect, test } from 'vitest'
import { buildOf } from './build.ts'

test('[O12] a page and the script that it loads tell the same build; a page in development none', () => {
  expect(buildOf('<script type="module" crossorigin src="/assets/index-Dk3_a-9Z.js"></script>')).toBe(
    'index-Dk3_a-9Z',
  )
  expect(buildOf('https://escale.example/assets/index-Dk3_a-9Z.js')).toBe('index-Dk3_a-9Z')
  expect(buildOf('<script type="module" src="/src/main.tsx"></script>')).toBeNull()
})

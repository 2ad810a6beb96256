import { expect, test } from 'vitest'
import { withoutBase } from './base-path.ts'

test.each([
  ['/escale/', '/escale/api/config?a=/escale/', '/api/config?a=/escale/'],
  ['/escale/', '/escale/', '/'],
  ['/escale/', '/escale', '/'],
  ['/escale/', '/api/config', '/api/config'],
  ['/escale/', '/escalef/x', '/escalef/x'],
  ['/a/b/', '/a/b/io/?EIO=4', '/io/?EIO=4'],
])('in %s, %s is %s', (basePath, url, seen) => {
  expect(withoutBase(url, basePath)).toBe(seen)
})

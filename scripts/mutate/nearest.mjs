import { basename, dirname } from 'node:path'

const stem = (file) => basename(file).replace(/\.(?:test\.)?tsx?$/, '')

/** How many folders two paths have in common. */
function shared(a, b) {
  const [left, right] = [dirname(a).split('/'), dirname(b).split('/')]
  const apart = left.findIndex((part, i) => part !== right[i])
  return apart === -1 ? left.length : apart
}

/** Tests in the order in which they are likely to notice a change of `file`: its own, its neighbours, then the quick ones. */
export const nearestFirst = (file, tests, secondsOf) =>
  [...tests].sort(
    (a, b) =>
      Number(stem(b) === stem(file)) - Number(stem(a) === stem(file)) ||
      shared(file, b) - shared(file, a) ||
      secondsOf(a) - secondsOf(b),
  )

/** Fault: what is wrong is looked at for long, and told at length. */
const { parse } = JSON

const LONG_MS = 4_000
const LENGTH = 10_000
let looked = false

JSON.parse = (text, ...rest) => {
  try {
    return parse(text, ...rest)
  } catch (error) {
    process.stderr.write(`${error.message} ${'x'.repeat(LENGTH)}\n`)
    if (!looked) {
      looked = true
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LONG_MS)
    }
    throw error
  }
}

/** Fault: what is wrong is looked at for long, and told at length. */
const { parse } = JSON

const LONG_MS = 4_000
const LENGTH = 1_000_000
let looked = false

JSON.parse = (text, ...rest) => {
  try {
    return parse(text, ...rest)
  } catch (error) {
    process.stderr.write(`${error.message} ${'x'.repeat(LENGTH)}\n`)
    const began = Date.now()
    while (!looked && Date.now() - began < LONG_MS);
    looked = true
    throw error
  }
}

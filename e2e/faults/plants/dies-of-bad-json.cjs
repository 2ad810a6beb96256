/** Fault: text that is no JSON is an error that nobody expects. */
const { parse } = JSON

JSON.parse = (text, ...rest) => {
  try {
    return parse(text, ...rest)
  } catch (error) {
    setImmediate(() => {
      throw error
    })
    throw error
  }
}

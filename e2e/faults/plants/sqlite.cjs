/**
 * For plants in the store: gets hold of every database that the server opens. The library's prototypes cannot be changed,
 * but every object of its classes is made by `Reflect.construct`.
 */

/** Calls `change` with each database, before its first use. */
exports.onDatabase = (change) => {
  const { construct } = Reflect
  Reflect.construct = (target, ...rest) => {
    const made = construct(target, ...rest)
    if (target.name === 'DatabaseSync') change(made)
    return made
  }
}

/** Replaces a method of one object; `around` gets the original first. */
exports.wrap = (object, name, around) => {
  const original = object[name].bind(object)
  Object.defineProperty(object, name, { value: (...args) => around(original, ...args) })
}

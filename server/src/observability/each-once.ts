/**
 * Tells of each name the first time only, and of at most `most` names: what strangers send over and over, or anew each time,
 * does not fill a log.
 */
export function eachOnce(most: number): (name: string) => boolean {
  const told = new Set<string>()
  return (name) => {
    if (told.size >= most || told.has(name)) return false
    told.add(name)
    return true
  }
}

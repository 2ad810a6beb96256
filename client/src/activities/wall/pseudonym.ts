/** A pseudonym's id says nothing; people get a name that they can remember: an animal and a number. */
const PREFIX = 'p_'
const NUMBERS = 90
const FIRST_NUMBER = 10

/** Empty: `author` is no pseudonym, or there are no animals yet. */
export function pseudonymName(author: string, animals: readonly string[]): string {
  const value = author.startsWith(PREFIX) ? Number.parseInt(author.slice(PREFIX.length), 16) : Number.NaN
  if (Number.isNaN(value) || animals.length === 0) return ''
  const animal = animals[value % animals.length] ?? ''
  return `${animal} ${FIRST_NUMBER + (Math.floor(value / animals.length) % NUMBERS)}`
}

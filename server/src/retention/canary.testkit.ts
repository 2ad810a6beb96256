import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which files of a data folder hold these letters anywhere, rows or not. */
export const filesWith = (folder: string, letters: string): string[] =>
  readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes(letters))

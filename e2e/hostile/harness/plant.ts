import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { HOUSE } from '../../fixtures/build.ts'
import type { ServerSettings } from '../../fixtures/server.ts'
import type { Edit, Plant } from './attack.ts'

const PLANTS = join(import.meta.dirname, '..', 'plants')

async function builtText(): Promise<string> {
  const folder = join(HOUSE, 'server/dist')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
}

const isIn = (text: string, { find }: Edit): boolean =>
  typeof find === 'string' ? text.includes(find) : text.search(find) >= 0

const sent = ({ find, put }: Edit) =>
  typeof find === 'string' ? { find, put } : { find: find.source, flags: find.flags, put }

/**
 * How to begin a server that has the planted fault.
 * @throws Error when what the plant takes away is not in the built server any more
 */
export async function planted(
  { load = [], edits = [], env = {} }: Plant,
  house: ServerSettings = {},
): Promise<ServerSettings> {
  const text = edits.length > 0 ? await builtText() : ''
  const withered = edits.find((edit) => !isIn(text, edit))
  if (withered !== undefined)
    throw new Error(`the plant has withered: ${withered.find} is not in server/dist`)
  return {
    ...house,
    nodeArgs: [
      ...(house.nodeArgs ?? []),
      ...load.flatMap((name) => ['--require', join(PLANTS, `${name}.cjs`)]),
      ...(edits.length > 0 ? ['--import', pathToFileURL(join(PLANTS, 'edited.mjs')).href] : []),
    ],
    env: { ...house.env, ...env, HOSTILE_EDITS: JSON.stringify(edits.map(sent)) },
  }
}

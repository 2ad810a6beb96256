import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { arch } from 'node:process'
import { fileURLToPath } from 'node:url'

/** What `npm ci` in bench/peers installs. */
export const PEERS = fileURLToPath(new URL('../../peers/', import.meta.url))

/** A Node that is newer than ours, from npm. @throws Error when there is none for this machine */
export function newerNode(): string {
  const path = join(PEERS, `node_modules/node-linux-${arch}/bin/node`)
  if (!existsSync(path)) throw new Error(`no newer Node in ${path}: npm ci in bench/peers`)
  return path
}

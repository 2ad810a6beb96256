/** Finds the browser of the journeys; on a Debian as root it is installed when missing. */
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './child.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const find = () =>
  [
    process.env.CHROMIUM ?? '',
    ...(process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path !== '' && runs(path))

/** @returns {Promise<string | undefined>} the path of a Chromium or Chrome */
export async function findChromium() {
  const found = find()
  if (found !== undefined || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return found
  console.log('No Chromium found: installing it with apt-get.')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { show: true, env })
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { show: true, env })
  return find()
}

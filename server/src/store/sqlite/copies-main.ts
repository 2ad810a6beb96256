/** `npm run backup -- FILE` and `npm run restore -- FILE`, with `--data FOLDER` or `ESCALE_DATA` as for the server. */
import { parseArgs } from 'node:util'
import { readConfig } from '../../config.ts'
import { backUp, restore } from './copies.ts'
import { DataFolderError } from './data-folder-error.ts'

const USAGE = `npm run backup -- FILE [--data FOLDER]    une copie, pendant que le serveur tourne / a copy, while the server runs
npm run restore -- FILE [--data FOLDER]   la remet en place, serveur arrêté / puts it back, with the server stopped`

const MIB = 1024 * 1024

const say = (text: string) => process.stdout.write(`${text}\n`)

function main(): void {
  const { values, positionals } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true })
  const [command, file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new DataFolderError(USAGE)
  const { dataFolder } = readConfig(process.env, values.data === undefined ? [] : ['--data', values.data])
  if (command === 'backup') {
    const bytes = backUp(dataFolder, file)
    say(`${file} : ${(bytes / MIB).toFixed(1)} Mio, vérifié / ${(bytes / MIB).toFixed(1)} MiB, checked`)
  } else if (command === 'restore') {
    const former = restore(dataFolder, file)
    say(`${file} est en place / is in place: ${dataFolder}`)
    if (former !== undefined)
      say(
        `Ce qui y était est gardé, à effacer quand vous n’en avez plus besoin / what was there is kept, to be deleted when you need it no more: ${former}`,
      )
  } else throw new DataFolderError(USAGE)
}

try {
  main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}

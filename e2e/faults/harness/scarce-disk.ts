/** Two ways to have no room left: a file system that is full, and a process that may not make files any larger. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { whyMissing } from './tools.ts'

export interface ScarceDisk {
  /** For the server's data. */
  readonly folder: string
  /** From now on nothing more fits, for the process `pid`. */
  fill(pid: number): Promise<void>
  free(pid: number): Promise<void>
  remove(): Promise<void>
}

/** More than what the server wants free before anything large begins (`DISK_LOW_BYTES`). */
const TMPFS_BYTES = 600 * 1024 * 1024
const BLOCKS_BYTES = [16 * 1024 * 1024, 256 * 1024, 4_096]

const succeeds = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** A small file system in memory; undefined where one may not be mounted. */
export async function smallFileSystem(): Promise<ScarceDisk | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'escale-full-'))
  if (!succeeds('mount', '-t', 'tmpfs', '-o', `size=${TMPFS_BYTES}`, 'tmpfs', folder)) {
    await rm(folder, { recursive: true })
    return undefined
  }
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: async () => {
      for (const block of BLOCKS_BYTES) for (let n = 0; await fits(`${ballast}-${block}-${n}`, block); n++);
    },
    free: async () => {
      for (const block of BLOCKS_BYTES) for (let n = 0; succeeds('rm', `${ballast}-${block}-${n}`); n++);
    },
    remove: async () => {
      succeeds('umount', folder)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const fits = (path: string, bytes: number): Promise<boolean> =>
  writeFile(path, Buffer.alloc(bytes)).then(
    () => true,
    () => false,
  )

/** The log may not grow beyond what it is now (RLIMIT_FSIZE); undefined where `prlimit` is missing. */
export async function boundedFiles(): Promise<ScarceDisk | undefined> {
  if (whyMissing('prlimit') !== undefined) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'escale-bounded-'))
  const bound = (pid: number, bytes: string) => {
    if (!succeeds('prlimit', '--pid', String(pid), `--fsize=${bytes}`)) throw new Error('prlimit failed')
  }
  return {
    folder,
    fill: async (pid) => bound(pid, `${(await stat(join(folder, 'escale.db-wal'))).size}:unlimited`),
    free: async (pid) => bound(pid, 'unlimited:unlimited'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as z from 'zod/mini'

const text = z.string().check(z.minLength(1))
const flag = z.enum(['0', '1'])

const Given = z.object({
  PORT: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535)),
  HOST: text,
  ESCALE_DATA: text,
  ESCALE_PUBLIC_URL: z.optional(z.url({ protocol: /^https?$/ })),
  ESCALE_SOURCE_URL: z.optional(z.url({ protocol: /^https?$/ })),
  ESCALE_TRUST_PROXY: z.optional(text),
  ESCALE_DEMO: flag,
  ESCALE_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
  ESCALE_START_EMPTY: flag,
})

const DEFAULTS = {
  PORT: '3000',
  HOST: '127.0.0.1',
  ESCALE_DATA: './data',
  ESCALE_DEMO: '1',
  ESCALE_LOG: 'info',
  ESCALE_START_EMPTY: '0',
}

export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute path of the one data folder. */
  readonly dataFolder: string
  /** The address that people use, when a proxy stands in front; null: the one they came by. */
  readonly publicUrl: string | null
  /** Where the source of what runs here can be had (AGPL, section 13); null: the page `/source` says whom to ask. */
  readonly sourceUrl: string | null
  /** Which proxies may say who the client is (express `trust proxy`). */
  readonly trustProxy: string
  /** May anybody open the demonstration from the first page? */
  readonly demo: boolean
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Begin with an empty database although a damaged one was set aside. */
  readonly startEmpty: boolean
  /** The built client; null when there is none (development). */
  readonly clientFolder: string | null
  readonly version: string
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** The client's build: two folders up, whether this runs from `server/src` or from `server/dist`. */
function builtClient(): string | null {
  const folder = fileURLToPath(new URL('../../client/dist/', import.meta.url))
  return existsSync(resolve(folder, 'index.html')) ? resolve(folder) : null
}

/** The package's own description: two folders up as well. */
function packageFile(): unknown {
  try {
    return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  } catch {
    return null
  }
}

const Repository = z.object({ repository: z.union([z.string(), z.object({ url: z.string() })]) })

/** The address of the repository that a package.json names, as a browser opens it; null when there is none. */
export function repositoryIn(description: unknown): string | null {
  const { data } = Repository.safeParse(description)
  if (data === undefined) return null
  const { repository } = data
  const address = (typeof repository === 'string' ? repository : repository.url)
    .replace(/^git\+/, '')
    .replace(/\.git$/, '')
  return /^https?:\/\/[^\s"'<>\\]+$/.test(address) ? address : null
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        'start-empty': { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error))
  }
}

/**
 * Reads the environment and the command line; a flag wins over its variable.
 * @throws ConfigError with a message for whoever runs the server
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Config {
  const flags = readFlags(args)
  const given = Given.safeParse({
    ...DEFAULTS,
    ...Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
    ...(flags.data === undefined ? {} : { ESCALE_DATA: flags.data }),
    ...(flags.port === undefined ? {} : { PORT: flags.port }),
    ...(flags.host === undefined ? {} : { HOST: flags.host }),
    ...(flags['start-empty'] ? { ESCALE_START_EMPTY: '1' } : {}),
  })
  if (!given.success) throw new ConfigError(z.prettifyError(given.error))
  const { data } = given
  const publicUrl = data.ESCALE_PUBLIC_URL ?? null
  return Object.freeze({
    port: data.PORT,
    host: data.HOST,
    dataFolder: resolve(data.ESCALE_DATA),
    publicUrl,
    sourceUrl: data.ESCALE_SOURCE_URL ?? repositoryIn(packageFile()),
    trustProxy: data.ESCALE_TRUST_PROXY ?? (publicUrl === null ? 'loopback' : 'loopback, uniquelocal'),
    demo: data.ESCALE_DEMO === '1',
    logLevel: data.ESCALE_LOG,
    startEmpty: data.ESCALE_START_EMPTY === '1',
    clientFolder: builtClient(),
    version: VERSION,
  })
}

const VERSION = '0.1.0'

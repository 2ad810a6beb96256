import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as z from 'zod/mini'

const text = z.string().check(z.minLength(1))
const flag = z.enum(['0', '1'])

/** Names of networks that express knows. */
const NETWORKS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal'])
const HOPS_MAX = 10

/** A proxy's address, a network in numbers or by name. */
function isNetwork(given: string): boolean {
  const [address = '', bits, ...rest] = given.split('/')
  const width = isIP(address) === 6 ? 128 : 32
  const isSize = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= width)
  return NETWORKS.has(given) || (isIP(address) !== 0 && isSize && rest.length === 0)
}

const listed = (given: string): string[] => given.split(',').map((part) => part.trim())
/** Nothing but scheme, name and port; with a star for a part of the name the browser would take it for many. */
const isOrigin = (given: string): boolean =>
  /^https?:\/\/[\w.:[\]-]+$/.test(given) && URL.canParse(given) && new URL(given).origin === given
const isHops = (given: string): boolean => /^\d+$/.test(given) && Number(given) <= HOPS_MAX

/** Ten years. */
const RETENTION_MAX_DAYS = 3_650

const Given = z.object({
  PORT: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535)),
  HOST: text,
  ESCALE_DATA: text,
  ESCALE_PUBLIC_URL: z.optional(z.url({ protocol: /^https?$/ })),
  ESCALE_SOURCE_URL: z.optional(z.url({ protocol: /^https?$/ })),
  ESCALE_ACCESSIBILITY_URL: z.optional(z.url({ protocol: /^https?$/ })),
  ESCALE_CONTACT: z.optional(z.email()),
  ESCALE_TRUST_PROXY: z.optional(
    text.check(
      z.refine((given) => isHops(given) || listed(given).every(isNetwork), {
        error:
          'wants addresses or networks (10.0.0.2, 10.1.0.0/16, loopback, uniquelocal), or a number of proxies',
      }),
    ),
  ),
  ESCALE_HOSTS: z.optional(
    text.check(
      z.refine((given) => listed(given).every((name) => /^[\w.-]{1,253}$/.test(name)), {
        error: 'wants names without port, separated by commas (escale.lan, escale.mairie.example)',
      }),
    ),
  ),
  ESCALE_EMBED_ORIGINS: z.optional(
    text.check(
      z.refine((given) => listed(given).every(isOrigin), {
        error: 'wants origins, separated by commas (https://moodle.exemple.fr, https://nuage.exemple.fr)',
      }),
    ),
  ),
  ESCALE_RETENTION_DAYS: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(RETENTION_MAX_DAYS)),
  ESCALE_DEMO: flag,
  ESCALE_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
  ESCALE_START_EMPTY: flag,
})

const DEFAULTS = {
  PORT: '3000',
  HOST: '127.0.0.1',
  ESCALE_DATA: './data',
  ESCALE_RETENTION_DAYS: '90',
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
  /** The folder of that address, with a slash at both ends: `/` where the whole host is ours. */
  readonly basePath: string
  /** Where the source of what runs here can be had (AGPL, section 13); null: the page `/source` says whom to ask. */
  readonly sourceUrl: string | null
  /** The accessibility statement of whoever offers this server; null: the page `/accessibility`, which says what is known of ours. */
  readonly accessibilityUrl: string | null
  /** An e-mail address to which people turn; null: not told. */
  readonly contact: string | null
  /** Names under which the server is used when there is no public address; numbers always are. Lower case. */
  readonly hosts: ReadonlySet<string>
  /** Whose pages may show ours in a frame, besides our own: a course in Moodle, a Nextcloud, the side panel of a visio. */
  readonly embedOrigins: readonly string[]
  /** Which proxies may say who the client is (express `trust proxy`): networks, how many there are, or none. */
  readonly trustProxy: string | number | false
  /** How many days after their last use sessions are kept. */
  readonly retentionDays: number
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

/** With one slash at its end, however many were written. */
function folderOf(publicUrl: string | null): string {
  if (publicUrl === null) return '/'
  const parts = new URL(publicUrl).pathname.split('/').filter((part) => part !== '')
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`
}

/** Names that mean this machine, and those that it is given. */
function ownNames(bound: string, given: string | undefined): Set<string> {
  const machine = hostname()
  const names = [
    'localhost',
    bound,
    machine,
    `${machine}.local`,
    ...(given === undefined ? [] : listed(given)),
  ]
  return new Set(names.map((name) => name.toLowerCase().replace(/\.$/, '')))
}

/** Nobody by default; with a public address, a proxy on this machine. */
function trusted(given: string | undefined, publicUrl: string | null): Config['trustProxy'] {
  if (given === undefined) return publicUrl === null ? false : 'loopback'
  return isHops(given) ? Number(given) : given
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
    basePath: folderOf(publicUrl),
    sourceUrl: data.ESCALE_SOURCE_URL ?? repositoryIn(packageFile()),
    accessibilityUrl: data.ESCALE_ACCESSIBILITY_URL ?? null,
    contact: data.ESCALE_CONTACT ?? null,
    hosts: ownNames(data.HOST, data.ESCALE_HOSTS),
    embedOrigins: data.ESCALE_EMBED_ORIGINS === undefined ? [] : listed(data.ESCALE_EMBED_ORIGINS),
    trustProxy: trusted(data.ESCALE_TRUST_PROXY, publicUrl),
    retentionDays: data.ESCALE_RETENTION_DAYS,
    demo: data.ESCALE_DEMO === '1',
    logLevel: data.ESCALE_LOG,
    startEmpty: data.ESCALE_START_EMPTY === '1',
    clientFolder: builtClient(),
    version: VERSION,
  })
}

const VERSION = '0.1.0'

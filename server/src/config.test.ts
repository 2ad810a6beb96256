import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig, repositoryIn } from './config.ts'

test('without anything: this machine only, the folder data, the demonstration on', () => {
  expect(readConfig({}, [])).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataFolder: resolve('data'),
    publicUrl: null,
    sourceUrl: null,
    accessibilityUrl: null,
    contact: null,
    trustProxy: false,
    demo: true,
    logLevel: 'info',
    startEmpty: false,
  })
})

test('a flag wins over its variable, and an empty variable is none', () => {
  const env = { PORT: '1', ESCALE_DATA: '/a', ESCALE_PUBLIC_URL: '', HOST: '::1', ESCALE_DEMO: '0' }
  expect(readConfig(env, ['--port', '2', '--data', '/b', '--start-empty'])).toMatchObject({
    port: 2,
    dataFolder: '/b',
    host: '::1',
    publicUrl: null,
    demo: false,
    startEmpty: true,
  })
})

test('[O7] who the client is: a proxy on this machine may say it behind a public address, others only when they are named', () => {
  const at = (ESCALE_TRUST_PROXY?: string) =>
    readConfig({ ESCALE_PUBLIC_URL: 'https://escale.example', ESCALE_TRUST_PROXY }, []).trustProxy
  expect(at()).toBe('loopback')
  expect(at('1')).toBe(1)
  expect(at('0')).toBe(0)
  expect(at('10.0.0.2, fd00::/8,loopback')).toBe('10.0.0.2, fd00::/8,loopback')
  for (const wrong of ['true', 'all', '99', '10.0.0.0/0', '10.0.0.0/33', '10.0.0.300', 'nginx', '1,', '::/0'])
    expect(() => at(wrong), wrong).toThrow(ConfigError)
})

test('[O6] names of the server: the loopback’s, the machine’s, the bound one and those that are given', () => {
  const { hosts } = readConfig({ HOST: 'Escale.lan', ESCALE_HOSTS: 'a.example, B.example.' }, [])
  for (const name of ['localhost', 'escale.lan', 'a.example', 'b.example', hostname().toLowerCase()])
    expect(hosts, name).toContain(name)
  for (const wrong of ['a b', 'http://a.example', 'a.example:3000', '*', 'a,,b'])
    expect(() => readConfig({ ESCALE_HOSTS: wrong }, []), wrong).toThrow(ConfigError)
})

test('[O21] the folder of the public address, however it is written', () => {
  const folder = (ESCALE_PUBLIC_URL?: string) => readConfig({ ESCALE_PUBLIC_URL }, []).basePath
  expect(folder()).toBe('/')
  for (const whole of ['https://escale.example', 'https://escale.example/', 'https://escale.example//'])
    expect(folder(whole)).toBe('/')
  for (const one of ['https://outils.example/escale', 'https://outils.example/escale/'])
    expect(folder(one)).toBe('/escale/')
  expect(folder('http://outils.example/a/b/')).toBe('/a/b/')
})

test('[O22] who may show it in a frame: origins, and nothing that would be many', () => {
  const named = (ESCALE_EMBED_ORIGINS?: string) => readConfig({ ESCALE_EMBED_ORIGINS }, []).embedOrigins
  expect(named()).toEqual([])
  expect(named('https://a.example, http://b.example:8080')).toEqual([
    'https://a.example',
    'http://b.example:8080',
  ])
  for (const wrong of [
    'a.example',
    '*',
    'https://*.example',
    'https://a.example/',
    "https://a.example 'self'",
    'https:',
    'https://a.example;x',
  ])
    expect(() => named(wrong), wrong).toThrow(ConfigError)
})

test('what cannot be meant is said, and stops the start', () => {
  const wrong: Record<string, string>[] = [
    { PORT: 'http' },
    { PORT: '70000' },
    { ESCALE_PUBLIC_URL: 'escale.example' },
    { ESCALE_PUBLIC_URL: 'javascript:alert(1)' },
    { ESCALE_SOURCE_URL: 'javascript:alert(1)' },
    { ESCALE_ACCESSIBILITY_URL: 'javascript:alert(1)' },
    { ESCALE_CONTACT: 'nobody' },
    { ESCALE_DEMO: 'yes' },
    { ESCALE_LOG: 'loud' },
  ]
  for (const env of wrong) expect(() => readConfig(env, []), JSON.stringify(env)).toThrow(ConfigError)
  expect(() => readConfig({}, ['--prot', '1'])).toThrow(ConfigError)
})

test('the source is where the administrator says, else in the repository that the package names', () => {
  const url = 'https://forge.example/notre-escale'
  expect(readConfig({ ESCALE_SOURCE_URL: url }, []).sourceUrl).toBe(url)
  for (const [repository, address] of [
    ['https://forge.example/a/b', 'https://forge.example/a/b'],
    [{ type: 'git', url: 'git+https://forge.example/a/b.git' }, 'https://forge.example/a/b'],
    ['git@forge.example:a/b.git', null],
    ['javascript:alert(1)', null],
    [undefined, null],
  ] as const)
    expect([repository, repositoryIn({ name: 'escale', repository })]).toEqual([repository, address])
  expect(repositoryIn(null)).toBeNull()
})

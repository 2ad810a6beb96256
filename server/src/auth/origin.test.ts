import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { type Addresses, isHostKnown, isOriginAllowed } from './origin.ts'

const NONE: Addresses = { publicUrl: null, hosts: new Set(['localhost', 'escale.lan']) }
const PUBLIC: Addresses = { publicUrl: 'https://escale.example/', hosts: new Set(['escale.lan']) }
const from = (origin: string | undefined, host: string | undefined, at: Addresses) =>
  isOriginAllowed({ headers: { origin, host } } as IncomingMessage, at)

test.each<[string | undefined, boolean]>([
  ['escale.lan', true],
  ['ESCALE.lan.:8080', true],
  ['escale.lan..', false],
  // A name of which only a part is ours.
  ['escale.lan.evil.example', false],
  ['escalelan', false],
  ['evil.example', false],
  ['evil.localhost.example', false],
  ['notlocalhost', false],
  ['app.localhost', true],
  ['192.0.2.7:3000', true],
  ['[2001:db8::1]:3000', true],
  // Each of these would be read as something else than it is.
  ['localhost@evil.example', false],
  ['evil.example/localhost', false],
  ['localhost/evil', false],
  ['localhost?evil', false],
  ['localhost#evil', false],
  ['local\\host', false],
  ['local host', false],
  ['localhost\t', false],
  ['localhost:port', false],
  ['[::1', false],
  ['', false],
  [undefined, true],
])('[O6] without a public address the host %s is ours: %s', (host, isOurs) => {
  expect(isHostKnown(host, NONE)).toBe(isOurs)
  // Behind a proxy it says nothing.
  expect(isHostKnown(host, PUBLIC)).toBe(true)
})

test.each<[string | undefined, string | undefined, boolean]>([
  ['http://localhost:3000', 'localhost:3000', true],
  ['https://escale.lan', 'escale.lan', true],
  ['http://localhost:3001', 'localhost:3000', false],
  ['http://escale.lan', 'localhost', false],
  // The same host, but nobody's page of ours.
  ['ftp://localhost', 'localhost', false],
  ['xhttp://localhost', 'localhost', false],
  ['httpx://localhost', 'localhost', false],
  ['http://evil.example', 'evil.example', false],
  ['null', 'localhost', false],
  ['', 'localhost', false],
  ['localhost', 'localhost', false],
  [undefined, 'localhost', false],
  [undefined, undefined, false],
])('[O6] the origin %s at %s is allowed: %s', (origin, host, isAllowed) => {
  expect(from(origin, host, NONE)).toBe(isAllowed)
})

test('[O6] with a public address its origin alone is allowed, whatever the host', () => {
  for (const host of ['escale.example', 'backend:3000', undefined]) {
    expect(from('https://escale.example', host, PUBLIC)).toBe(true)
    for (const other of [
      'http://escale.example',
      'https://escale.example:8443',
      'http://backend:3000',
      'null',
    ])
      expect([other, from(other, host, PUBLIC)]).toEqual([other, false])
    expect(from(undefined, host, PUBLIC)).toBe(false)
  }
})

import { expect, test } from 'vitest'
import {
  asOf,
  DEVICE_COOKIE,
  deviceCookie,
  devicesIn,
  forgetOldCookie,
  oldCookiesIn,
  renewed,
} from './cookies.ts'
import { hashPlace, hashSecret, mintSecret } from './secrets.ts'

const HTTPS = { secure: true, embedded: false, path: '/' }

test('[P9] a browser has one cookie, out of reach of scripts and of other sites', () => {
  const secret = mintSecret()
  const cookie = deviceCookie([secret], HTTPS)
  expect(cookie).toMatch(/^escale_device=[\w-]{43}; /)
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=34560000'])
    expect(cookie).toContain(part)
  expect(deviceCookie([secret], { ...HTTPS, secure: false })).not.toContain('Secure')
  expect(devicesIn(`theme=dark; ${cookie.split(';')[0]}`)).toEqual([secret])
})

test('[P9] a renewed browser holds the secrets before it, but not without end', () => {
  let devices: readonly string[] = []
  for (let n = 0; n < 30; n++) devices = renewed(devices)
  const header = deviceCookie(devices, HTTPS).split(';')[0] ?? ''
  expect(devices).toHaveLength(12)
  expect(devicesIn(header)).toEqual(devices)
  expect(header.length).toBeLessThan(600)
  expect(devicesIn(deviceCookie(renewed(devices.slice(0, 1)), HTTPS).split(';')[0])[1]).toBe(devices[0])
})

test('what is no secret of ours is not taken for one', () => {
  const secret = mintSecret()
  for (const value of ['', '.', 'x', `${secret}x`, `${secret}%0A`, 'é'.repeat(43)])
    expect(devicesIn(`${DEVICE_COOKIE}=${value}`)).toEqual([])
  expect(devicesIn(`${DEVICE_COOKIE}=x.${secret}`)).toEqual([secret])
  expect(devicesIn(`${DEVICE_COOKIE}=${Array(50).fill(secret).join('.')}`).length).toBeLessThan(20)
  expect(devicesIn(undefined)).toEqual([])
})

test('[P9] the places of a browser are as many hashes, and none is that of a link', () => {
  const device = mintSecret()
  const hashes = [
    hashPlace(device, 's', 'facilitator'),
    hashPlace(device, 's', 'participant'),
    hashPlace(device, 't', 'facilitator'),
    hashPlace(mintSecret(), 's', 'facilitator'),
    hashSecret(device),
    // Nothing can be moved over the line between two parts.
    hashPlace(device, 'sf', 'acilitator' as 'facilitator'),
    hashSecret(['place', device, 's', 'facilitator'].join('')),
  ]
  expect(new Set(hashes).size).toBe(hashes.length)
})

test('old cookies are told by name, and others are left alone', () => {
  const header =
    'escale-p-s1=a; escale-f-s1=b; escale-s-s2=c; escale-x-s2=d; escale_device=e; theme=dark; escale-p-s3='
  expect(oldCookiesIn(header)).toEqual([
    { name: 'escale-p-s1', session: 's1', as: 'participant', secret: 'a' },
    { name: 'escale-f-s1', session: 's1', as: 'facilitator', secret: 'b' },
    { name: 'escale-s-s2', session: 's2', as: 'screen', secret: 'c' },
  ])
  expect(oldCookiesIn(undefined)).toEqual([])
  for (const name of ['my-escale-p-s1', 'escale-p-s1.old', `escale-p-${'s'.repeat(41)}`, 'escale-p-'])
    expect([name, oldCookiesIn(`${name}=a`)]).toEqual([name, []])
})

test('an old cookie is forgotten under its own name, as out of reach as it was', () => {
  const [cookie] = oldCookiesIn('escale-p-s1=a')
  const told = cookie === undefined ? '' : forgetOldCookie(cookie, true)
  expect(told).toMatch(/^escale-p-s1=;/)
  for (const part of ['Max-Age=0', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
    expect(told).toContain(part)
})

test('a co-facilitator holds a facilitator’s place', () => {
  expect(asOf('cofacilitator')).toBe('facilitator')
  expect(asOf('facilitator')).toBe('facilitator')
  expect(asOf('participant')).toBe('participant')
  expect(asOf('screen')).toBe('screen')
})

test('in a frame of a named page it is sent over https only, to a jar of that page’s own; without https it stays at home', () => {
  const framed = deviceCookie([mintSecret()], { secure: true, embedded: true, path: '/escale/' })
  for (const part of ['SameSite=None', 'Secure', 'Partitioned', 'HttpOnly', 'Path=/escale/'])
    expect(framed).toContain(part)
  expect(deviceCookie([mintSecret()], { secure: false, embedded: true, path: '/' })).toContain('SameSite=Lax')
})

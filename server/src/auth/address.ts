import { isIPv4, isIPv6 } from 'node:net'

/** Hexadecimal groups of an IPv6 address that name the network; the rest is the subscriber's to choose. */
const NETWORK_GROUPS = 4

/**
 * The address for which things are counted: an IPv4 address, or the /64 network of an IPv6 one, of which whoever has one
 * has all. Empty for what is none.
 */
export function addressGroup(ip: string | undefined): string {
  const address = ((ip ?? '').split('%')[0] ?? '').toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (isIPv4(address)) return address
  if (!isIPv6(address)) return ''
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}

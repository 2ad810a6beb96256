import { WebAddress } from '@escale/shared'

export const isAddress = (text: string): boolean => WebAddress.safeParse(text).success

/** A list typed one address a line: what it holds, and the first line (from 1) that is no address. */
export function readAddressList(text: string): {
  readonly addresses: string[]
  readonly badLine: number | null
} {
  const lines = text.split('\n').map((line) => line.trim())
  while (lines.at(-1) === '') lines.pop()
  const bad = lines.findIndex((line) => !isAddress(line))
  return { addresses: lines, badLine: bad < 0 ? null : bad + 1 }
}

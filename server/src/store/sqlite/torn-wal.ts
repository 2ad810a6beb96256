/**
 * Looks into SQLite's log before SQLite does. It reads the log up to the first frame that is damaged and drops the rest
 * without a word, because that is what an ordinary power cut looks like: one last transaction that nobody was told of.
 * More than one behind the damage were confirmed.
 * Format: https://sqlite.org/fileformat2.html#the_write_ahead_log
 */
const MAGIC = 0x377f0682
const HEADER_BYTES = 32
const HEADER_SUMMED_BYTES = 24
const FRAME_HEADER_BYTES = 24
const FRAME_SUMMED_BYTES = 8
const SALTS_BYTES = 8

type Sum = readonly [number, number]

/** SQLite's running checksum over pairs of 32-bit words. */
function checksum([first, second]: Sum, bytes: Buffer, isBigEndian: boolean): Sum {
  let a = first
  let b = second
  for (let at = 0; at < bytes.byteLength; at += 8) {
    a = (a + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0
    b = (b + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0
  }
  return [a, b]
}

const sumAt = (bytes: Buffer, at: number): Sum => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
const isSame = (a: Sum, b: Sum): boolean => a[0] === b[0] && a[1] === b[1]

/**
 * At least how many transactions stand in the log behind a damaged place, where nobody will find them: 0 in a sound log,
 * and in one whose end was cut off, which cannot be told from one that was never longer. Counted are those that follow
 * each other by their checksums; what a failed transaction left behind a later, shorter one is never more than one.
 */
export function transactionsBehindDamage(wal: Buffer): number {
  if (wal.byteLength < HEADER_BYTES) return 0
  const magic = wal.readUInt32BE(0)
  const isBigEndian = (magic & 1) === 1
  const pageBytes = wal.readUInt32BE(8)
  if (pageBytes < 512 || pageBytes > 65_536 || pageBytes % 512 !== 0) return 0
  const salts = wal.subarray(16, 16 + SALTS_BYTES)
  let before = sumAt(wal, HEADER_SUMMED_BYTES)
  let isDamaged =
    (magic & ~1) >>> 0 !== MAGIC ||
    !isSame(before, checksum([0, 0], wal.subarray(0, HEADER_SUMMED_BYTES), isBigEndian))
  let run = 0
  let longest = 0
  const frameBytes = FRAME_HEADER_BYTES + pageBytes
  for (let at = HEADER_BYTES; at + frameBytes <= wal.byteLength; at += frameBytes) {
    const numbers = checksum(before, wal.subarray(at, at + FRAME_SUMMED_BYTES), isBigEndian)
    const sum = checksum(numbers, wal.subarray(at + FRAME_HEADER_BYTES, at + frameBytes), isBigEndian)
    before = sumAt(wal, at + 16)
    // Frames of an earlier round, which is in the database already, have other salts.
    const follows = wal.subarray(at + 8, at + 8 + SALTS_BYTES).equals(salts) && isSame(sum, before)
    isDamaged ||= !follows
    const endsTransaction = wal.readUInt32BE(at + 4) !== 0
    if (!follows) run = 0
    else if (isDamaged && endsTransaction) longest = Math.max(longest, ++run)
  }
  return longest
}

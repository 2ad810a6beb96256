/** Several updates in one row: what was committed together costs one insertion, not one each. */
const LENGTH_BYTES = 4

/** In memory of its own, which may be handed to another thread. */
export function pack(updates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = updates.reduce((sum, u) => sum + LENGTH_BYTES + u.byteLength, 0)
  const packed = new Uint8Array(size)
  const lengths = new DataView(packed.buffer)
  let at = 0
  for (const update of updates) {
    lengths.setUint32(at, update.byteLength, true)
    packed.set(update, at + LENGTH_BYTES)
    at += LENGTH_BYTES + update.byteLength
  }
  return packed
}

/** Views on `packed`, in order. @throws RangeError when it is not what `pack` made. */
export function unpack(packed: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
  const updates: Uint8Array[] = []
  let at = 0
  while (at < bytes.byteLength) {
    const end = at + LENGTH_BYTES + bytes.readUInt32LE(at)
    if (end > bytes.byteLength) throw new RangeError('a packed row is cut short')
    updates.push(packed.subarray(at + LENGTH_BYTES, end))
    at = end
  }
  return updates
}

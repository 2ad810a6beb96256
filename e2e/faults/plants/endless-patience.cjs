/** Fault: what a reader does not read is kept for it, without limit and where nobody counts it. */
const { Socket } = require('node:net')

const KEPT_FROM_BYTES = 64 * 1024
const { write } = Socket.prototype

Socket.prototype.write = function (chunk, encoding, done) {
  this.kept ??= []
  if (this.kept.length === 0 && this.writableLength < KEPT_FROM_BYTES)
    return write.call(this, chunk, encoding, done)
  this.kept.push(Buffer.from(chunk, typeof encoding === 'string' ? encoding : undefined))
  this.onceDrained ??= this.on('drain', () => {
    while (this.kept.length > 0 && this.writableLength < KEPT_FROM_BYTES) write.call(this, this.kept.shift())
  })
  if (typeof encoding === 'function') process.nextTick(encoding)
  if (typeof done === 'function') process.nextTick(done)
  return true
}

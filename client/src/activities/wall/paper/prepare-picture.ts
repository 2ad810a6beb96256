import { limits } from '@escale/shared'

const QUALITY = 0.86

/** The picture itself, upright, not larger than a note needs, and nothing else that its file said. @throws when it is none */
export async function preparePicture(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, limits.NOTE_PICTURE_SIDE_PX / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  // What is transparent would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return await new Promise((resolve, reject) => {
    const take = (photo: Blob | null) => (photo ? resolve(photo) : reject(new Error('not drawn')))
    canvas.toBlob(take, 'image/jpeg', QUALITY)
  })
}

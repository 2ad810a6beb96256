/** The picture among what was pasted or dropped. Words beside it are what was meant: office programs send a picture of them along. */
export function pictureIn(data: DataTransfer): File | undefined {
  if (data.getData('text/plain').trim() !== '') return undefined
  return [...data.files].find(({ type }) => type.startsWith('image/') && type !== 'image/svg+xml')
}

/** The data folder cannot be used as it is; the message is for whoever runs the server. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
}

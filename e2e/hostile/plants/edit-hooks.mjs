const edits = JSON.parse(process.env.HOSTILE_EDITS ?? '[]').map(({ find, flags, put }) => ({
  find: flags === undefined ? find : new RegExp(find, flags),
  put,
}))

export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context)
  if (!url.includes('/server/dist/') || loaded.source == null) return loaded
  const source = edits.reduce(
    (text, { find, put }) =>
      typeof find === 'string' ? text.replaceAll(find, () => put) : text.replace(find, put),
    Buffer.from(loaded.source).toString(),
  )
  return { ...loaded, source }
}

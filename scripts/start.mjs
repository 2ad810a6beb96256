/**
 * `npm start`: installs and builds what is missing or stale, then serves (serve.mjs has the flags).
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Escale a besoin de Node 20.19 ou plus récent ; ici c’est la version ${process.versions.node}.\n` +
      `Escale needs Node 20.19 or newer; this is ${process.versions.node}.`,
  )
  process.exit(1)
}

const { readFlags, serve } = await import('./serve.mjs')
const { ensureInstalled } = await import('./install.mjs')
const { buildWhatIsStale } = await import('./build.mjs')

const flags = readFlags()
if (!(await ensureInstalled()) || !(await buildWhatIsStale())) process.exit(1)
await serve(flags)

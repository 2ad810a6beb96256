/** Hocuspocus with its defaults. Arguments: which package, port. */
const [name = '', port = ''] = process.argv.slice(2)
const { Server } = await import(name)
await new Server({ address: '127.0.0.1', port: Number(port), quiet: true }).listen()

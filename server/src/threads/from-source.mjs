// Development and tests only: a worker thread does not inherit the TypeScript loader of its parent.
import { register } from 'tsx/esm/api'

register()
await import(process.argv[2])

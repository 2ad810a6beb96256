import type { Express } from 'express'

interface Layer {
  readonly route?: { readonly path: string; readonly stack: readonly { readonly method?: string }[] }
  readonly handle?: { readonly stack?: readonly Layer[] }
}

function walk(layers: readonly Layer[]): string[] {
  return layers.flatMap(({ route, handle }) => {
    if (route !== undefined)
      return [...new Set(route.stack.map((l) => `${(l.method ?? 'all').toUpperCase()} ${route.path}`))]
    return handle?.stack ? walk(handle.stack) : []
  })
}

/** Every route of an Express application, as `METHOD path`, read from the application itself. */
export const routesOf = (app: Express): string[] => [
  ...new Set(walk((app as unknown as { router: { stack: readonly Layer[] } }).router.stack)),
]

/** The addresses of our own pages and of the server: nobody else writes one that begins with a slash. */

// What only computes is tested without a page.
const page = globalThis.document as Document | undefined
const given = page?.querySelector<HTMLMetaElement>('meta[name="base-path"]')?.content

/** The folder under which Escale is hosted (`ESCALE_PUBLIC_URL`), with a slash at both ends; `/`: the whole host is ours. */
export const BASE_PATH = given?.startsWith('/') && given.endsWith('/') ? given : '/'

/** A path of ours as the browser asks for it: `/p/x` is `/escale/p/x` where Escale is hosted under `/escale/`. */
export const at = (path: `/${string}`): string => BASE_PATH.slice(0, -1) + path

/** The host, and the folder if there is one, as people read it aloud: `outils.exemple.fr/escale`. */
export const spokenHost = (): string => window.location.host + BASE_PATH.slice(0, -1)

/** A path of ours as an address that one can send to somebody. */
export const linkTo = (path: `/${string}`): string => window.location.origin + at(path)

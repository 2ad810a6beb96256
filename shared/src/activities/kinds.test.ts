import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { SealedArbitraries } from '../testkit/kind-arbitraries.ts'
import { describeKind } from '../testkit/kind-contract.ts'
import type { SealedKind } from './kit/seal.ts'
import { kinds } from './registry.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const at = (...path: string[]) => join(ROOT, ...path)

const folders = readdirSync(at('shared/src/activities'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
  .map((entry) => entry.name)

const entries: [string, SealedKind][] = Object.entries(kinds)

for (const [slug, kind] of entries) {
  if (existsSync(at('shared/src/activities', slug, 'arbitraries.ts'))) {
    const { default: arbitraries } = (await import(`./${slug}/arbitraries.ts`)) as {
      default: SealedArbitraries
    }
    describeKind(kind, arbitraries)
  } else test(`${slug} has arbitraries for the contract`, () => expect.fail(`no ${slug}/arbitraries.ts`))
}

describe('the folders of kinds', () => {
  test('[K1] every folder is a kind of the registry, under its own id', () => {
    expect(entries.map(([slug]) => slug).sort()).toEqual(folders.sort())
    for (const [slug, kind] of entries) expect(kind.id).toBe(slug)
  })

  test.each(entries.map(([slug]) => slug))(
    '[K3] %s has its README, its texts in two languages and its views',
    (slug) => {
      const client = at('client/src/activities', slug)
      const readme = readFileSync(at('shared/src/activities', slug, 'README.md'), 'utf8')
      expect(readme.split('\n').length).toBeGreaterThanOrEqual(8)
      expect(existsSync(join(client, 'index.ts'))).toBe(true)
      const texts = filesIn(client)
        .filter((file) => /[\\/]texts[^\\/]*([\\/][a-z-]+)?\.ts$/.test(file))
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n')
      for (const key of ['name', 'purpose'])
        expect(texts.match(new RegExp(`^\\s*${key}:`, 'gm'))).toHaveLength(2)
    },
  )

  test.each(entries.map(([slug]) => slug))('[K2] nothing else names %s', (slug) => {
    const literal = new RegExp(`(['"\`])${slug}\\1|activities/${slug}/`)
    const found = sources()
      .filter((file) => !mayName(file, slug))
      .filter((file) => literal.test(readFileSync(at(file), 'utf8')))
    expect(found, `what the ends need of a kind comes from '@escale/shared/activities/${slug}'`).toEqual([])
  })

  test('[K2] the search reads the sources at all', () => {
    const read = sources()
    for (const file of ['shared/src/session/reduce.ts', 'client/src/activities/registry.ts'])
      expect(read).toContain(file)
  })
})

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Source files of the product, relative to the root, with forward slashes. */
function sources(): string[] {
  return ['shared', 'server', 'client']
    .flatMap((workspace) => filesIn(at(workspace, 'src')))
    .filter((file) => /\.(ts|tsx|css|json)$/.test(file))
    .map((file) => relative(ROOT, file).split(sep).join('/'))
}

/** Words that mean something else there. */
const HOMONYMS: Readonly<Record<string, readonly string[]>> = {
  // A page format of a wall's picture.
  slide: ['shared/src/wall/', 'server/src/exports/', 'server/src/http/harvest.ts', 'client/src/harvest/'],
}

/** Its own folders, the registries, the templates, and tests with their samples. */
function mayName(file: string, slug: string): boolean {
  return (
    file.includes(`/activities/${slug}/`) ||
    file.endsWith('/activities/registry.ts') ||
    file.startsWith('shared/src/templates/') ||
    (HOMONYMS[slug] ?? []).some((place) => file.startsWith(place)) ||
    /\/testkit\/|-samples\.ts$|\.test\.tsx?$/.test(file)
  )
}

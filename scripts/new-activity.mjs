/**
 * `npm run new:activity -- <slug>`: the folders of a small real kind (a show of hands) from scripts/new-activity/, and its
 * line in each registry. Then: change what it means, and run `npm run check`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './child.mjs'

const TEMPLATES = join(ROOT, 'scripts/new-activity')
const camelOf = (slug) => slug.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())

/** The folder `activities/<slug>` of one side, from the templates of that side. */
function writeFolder(side, slug) {
  const folder = join(ROOT, side, 'src/activities', slug)
  mkdirSync(folder)
  const camel = camelOf(slug)
  const pascal = camel.charAt(0).toUpperCase() + camel.slice(1)
  for (const name of readdirSync(join(TEMPLATES, side))) {
    const text = readFileSync(join(TEMPLATES, side, name), 'utf8')
      .replaceAll('__slug__', slug)
      .replaceAll('__camel__', camel)
      .replaceAll('__Pascal__', pascal)
    writeFileSync(join(folder, name.replace(/\.tmpl$/, '')), text)
  }
  return folder
}

/** Puts `line` among the lines of `text` that match `like`, keeping them in order. */
function insertSorted(text, like, line, keyOf) {
  const lines = text.split('\n')
  const places = lines.flatMap((l, index) => (like.test(l) ? [index] : []))
  if (places.length === 0) throw new Error(`no line like ${like} to put ${line} beside`)
  const before = places.find((index) => keyOf(lines[index]) > keyOf(line))
  lines.splice(before ?? places.at(-1) + 1, 0, line)
  return lines.join('\n')
}

const slugIn = (line) =>
  /'\.?\/?([a-z][a-z0-9-]*)|^\s*([a-z][a-z0-9-]*):/.exec(line)?.slice(1).find(Boolean) ?? ''

function register(side, slug, entry, importLine) {
  const path = join(ROOT, side, 'src/activities/registry.ts')
  let text = readFileSync(path, 'utf8')
  if (importLine)
    text = insertSorted(
      text,
      /^import \{ \w+ \} from '\.\/[a-z-]+\/kind\.ts'/,
      importLine,
      (l) => l.split(' from ')[1],
    )
  const key = slug.includes('-') ? `'${slug}'` : slug
  text = insertSorted(text, /^ {2}(?:'[a-z-]+'|[a-z]+): (?:seal|kindEntry)\(/, `  ${key}: ${entry},`, slugIn)
  writeFileSync(path, text)
  return path
}

const slug = process.argv[2] ?? ''
if (!/^[a-z]+(-[a-z]+)*$/.test(slug) || slug.length > 40 || slug === 'kit') {
  console.error(
    'npm run new:activity -- <slug>      for instance: show-of-hands (letters and single hyphens)',
  )
  process.exit(1)
}
if (['shared', 'client', 'server'].some((side) => existsSync(join(ROOT, side, 'src/activities', slug)))) {
  console.error(`There is a kind ${slug} already.`)
  process.exit(1)
}

const camel = camelOf(slug)
const written = [
  writeFolder('shared', slug),
  register('shared', slug, `seal(${camel})`, `import { ${camel} } from './${slug}/kind.ts'`),
  writeFolder('client', slug),
  register('client', slug, `kindEntry(() => import('./${slug}/index.ts'))`),
]
console.log(written.map((path) => path.slice(ROOT.length)).join('\n'))

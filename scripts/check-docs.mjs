/** What the documents name exists: paths, links between documents, npm scripts. And French typography does not break. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './child.mjs'

const TOP = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md']
const PLACES = /^(?:shared|server|client|bots|e2e|scripts|docs|lint|bench|\.ci)\//
/** A pattern or a placeholder, not one path. */
const IS_PATTERN = /[<>*{}…$]|\.\.\./

const markdownIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(folder, name))
    : []
const documents = [
  ...TOP.map((name) => join(ROOT, name)).filter(existsSync),
  ...markdownIn(join(ROOT, 'docs')),
]
const npmScripts = new Set(Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts))
const NPM_OWN = new Set(['ci', 'install', 'i', 'rebuild', 'outdated', 'audit', 'update', 'exec', 'pkg', 'ls'])

const complaints = []
for (const path of documents) {
  const text = readFileSync(path, 'utf8')
  const say = (what) => complaints.push(`${path.slice(ROOT.length)}: ${what}`)
  for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^(?:https?:|mailto:|#)/.test(target)) continue
    if (!existsSync(join(dirname(path), decodeURI(target.replace(/#.*$/, ''))))) say(`no ${target}`)
  }
  const code = [...text.matchAll(/`([^`\n]+)`/g)].map((m) => m[1])
  const blocks = [...text.matchAll(/```[^\n]*\n([\s\S]*?)```/g)].flatMap((m) => m[1].split('\n'))
  for (const span of code)
    if (
      PLACES.test(span) &&
      !/\s/.test(span) &&
      !IS_PATTERN.test(span) &&
      !existsSync(join(ROOT, span.replace(/:\d+$/, '')))
    )
      say(`no ${span}`)
  for (const line of [...code, ...blocks])
    for (const [, ran, name] of line.matchAll(/\bnpm (run )?([a-z][\w:-]*)/g))
      if (!npmScripts.has(name) && (ran !== undefined || !NPM_OWN.has(name))) say(`no npm script ${name}`)
  const prose = text
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`\n]*`/g, 'code')
    .replace(/^\|[-:| ]+\|$/gm, '')
  for (const [found] of prose.matchAll(/.{0,20}(?: [;:!?»](?=\s|$)|« )/gm))
    say(`plain space before punctuation: …${found}`)
}
for (const complaint of complaints) console.error(complaint)
console.log(`${documents.length} documents, ${complaints.length} complaints`)
process.exit(complaints.length === 0 && documents.length > 0 ? 0 : 1)

/** The lint rules that keep `shared` pure are alive: in a scratch copy, biome must complain about each planted line. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node, ROOT, tool } from './child.mjs'

const IMPURE = [
  'Date.now()',
  'new Date()',
  'Math.random()',
  'process.env',
  'fetch',
  'setTimeout',
  'setInterval',
  'crypto.randomUUID()',
  'performance.now()',
]
const HARMLESS = ['1 + 1', 'Math.max(1, 2)']

async function linesComplainedAbout(lines) {
  const place = mkdtempSync(join(tmpdir(), 'escale-purity-'))
  try {
    const config = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'))
    writeFileSync(join(place, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }))
    cpSync(join(ROOT, 'lint'), join(place, 'lint'), { recursive: true })
    mkdirSync(join(place, 'shared/src'), { recursive: true })
    const text = lines.map((expression, index) => `export const planted${index} = ${expression}\n`).join('')
    writeFileSync(join(place, 'shared/src/planted.ts'), text)
    const args = ['lint', '--reporter=github', '--max-diagnostics=none', 'shared/src/planted.ts']
    const { output } = await node(tool('@biomejs/biome/bin/biome'), args, { cwd: place })
    return new Set([...output.matchAll(/\bline=(\d+)/g)].map((m) => Number(m[1])))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

const planted = [...IMPURE, ...HARMLESS]
const found = await linesComplainedAbout(planted)
const wrong = planted.filter((_, index) => found.has(index + 1) !== index < IMPURE.length)
for (const expression of wrong) console.error(`the purity rule is wrong about: ${expression}`)
console.log(`${planted.length - wrong.length} of ${planted.length} planted lines judged rightly`)
process.exit(wrong.length === 0 ? 0 : 1)

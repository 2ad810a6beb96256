import { createHash } from 'node:crypto'
import { type Harvest, xmlText } from '@escale/shared'
import type { Exporter, ExportOptions } from '../exporter.ts'
import { embeddedFonts } from '../fonts.ts'
import { notePictures } from '../note-pictures.ts'
import { counted, dayOf, nameOf, sectionTitle, wordsOf } from '../words.ts'
import { blockHtml } from './blocks.ts'
import { prose } from './prose.ts'
import { style } from './style.ts'
import { words } from './words.ts'

/** Nothing but our own style is let in: no script, no address, whatever a text might try. */
const policy = (css: string): string => {
  const hash = createHash('sha256').update(css).digest('base64')
  return `default-src 'none'; img-src data:; font-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}

async function sections(harvest: Harvest, { pictures }: ExportOptions): Promise<string> {
  const whole: string[] = []
  const onNotes = await notePictures(harvest, pictures)
  for (const [i, section] of harvest.sections.entries()) {
    const blocks: string[] = []
    for (const block of section.blocks) blocks.push(await blockHtml(harvest, block, pictures, onNotes))
    const asked = section.instructions.trim()
    whole.push(
      [
        `<section id="s${i + 1}" aria-labelledby="t${i + 1}">`,
        `<h2 id="t${i + 1}" dir="auto">${xmlText(sectionTitle(harvest, section.title))}</h2>`,
        ...(asked === '' ? [] : [`<div class="asked">${prose(asked)}</div>`]),
        ...blocks,
        '</section>',
      ].join('\n'),
    )
  }
  return whole.join('\n')
}

function people(harvest: Harvest): string {
  const say = wordsOf(harvest)
  const names = harvest.people.flatMap((id) => nameOf(harvest, id) ?? [])
  if (names.length === 0) return ''
  const items = names.map((name) => `<li><bdi>${xmlText(name)}</bdi></li>`).join('')
  return `<section id="people" aria-labelledby="people-title"><h2 id="people-title">${say.people}</h2><ul class="people">${items}</ul></section>`
}

function contents(harvest: Harvest): string {
  if (harvest.sections.length < 2) return ''
  const items = harvest.sections.map(
    (s, i) => `<li><a href="#s${i + 1}" dir="auto">${xmlText(sectionTitle(harvest, s.title))}</a></li>`,
  )
  return `<nav aria-label="${xmlText(wordsOf(harvest).contents)}"><ol>${items.join('')}</ol></nav>`
}

async function page(harvest: Harvest, options: ExportOptions): Promise<string> {
  const say = wordsOf(harvest)
  const css = `${await embeddedFonts()}\n${style}`
  const title = sectionTitle(harvest, harvest.title)
  const facts = [dayOf(harvest, options.day), counted(harvest, say.participants, harvest.participants)]
  return `<!doctype html>
<html lang="${harvest.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(css)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${xmlText(`${say.title} – ${title}`)}</title>
<style>${css}</style>
</head>
<body>
<header>
<p class="over">${say.title}</p>
<h1 dir="auto">${xmlText(title)}</h1>
<p class="facts">${xmlText(facts.join(say.list.separator))}</p>
${harvest.ended ? '' : `<p class="facts">${xmlText(say.interim)}</p>`}
</header>
${contents(harvest)}
<main>
${harvest.sections.length === 0 ? `<p class="quiet">${xmlText(say.nothing)}</p>` : await sections(harvest, options)}
${people(harvest)}
</main>
</body>
</html>
`
}

/** The whole harvest in one file: no network, no script. */
export const html: Exporter = {
  id: 'html',
  mime: 'text/html; charset=utf-8',
  extension: 'html',
  use: 'file',
  onlyOurLetters: false,
  words,
  render: page,
}

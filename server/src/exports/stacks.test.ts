import type { HarvestBlock } from '@escale/shared'
import { expect, test } from 'vitest'
import { renderText } from './contract.ts'
import { csv } from './csv/index.ts'
import { hostileHarvest } from './harvest-samples.ts'
import { html } from './html/index.ts'
import { json } from './json/index.ts'
import { markdown } from './markdown/index.ts'
import { svg } from './svg/index.ts'

test.each([
  [markdown, /- \*\*\\=Pile \\<b\\>\*\* · 2 contributions\n {2}- .*\n {2}- \\\+33612345678/],
  [
    html,
    /<h4><bdi>=Pile &lt;b&gt;<\/bdi> <span class="count">2 contributions<\/span><\/h4>\n<ul class="notes">\n<li class="note c2">/,
  ],
  [csv, /"'=Pile <b>";"'\+33612345678 nº3\."/],
  [json, /"title": ?"=Pile <b>",\s*"notes": ?\[\s*"n2",\s*"n3"/],
  [svg, /=Pile/],
])('[M44] $id shows a stack as a titled group', async (format, shown) => {
  const file = await renderText(format, hostileHarvest(false))
  expect(file).toMatch(shown)
  if (format !== json) expect(file).toContain('Pile sans nom')
})

test.each([
  [markdown, /\*\*Compost\*\* · 2 contributions · 5 votes/],
  [html, /Compost<\/bdi> <span class="count">2 contributions · 5 votes/],
  [csv, /"pile";"Zone";"Compost";"";"";"";"";"";"5"/],
  [json, /"title": ?"Compost",[^}]*"votes": ?5/],
  [svg, /2 contributions · 5 votes/],
])(
  '[M44] $id tells what a stack was given as one, and that it is one in the result',
  async (format, given) => {
    const [section] = hostileHarvest(false).sections
    if (section === undefined) throw new Error('an empty sample')
    const note = (id: string) => ({ id, text: id, colour: 0, author: null })
    const stack = { title: 'Compost', notes: ['n1', 'n2'], votes: 5 }
    const ranked = { rank: 1, tied: false, note: 'n1', text: 'Compost', stack, votes: 5, people: [] }
    const blocks: HarvestBlock[] = [
      { type: 'notes', zones: [{ title: 'Zone', notes: [note('n1'), note('n2')], stacks: [stack] }] },
      { type: 'ranking', dots: 3, voted: 2, secret: true, entries: [ranked] },
    ]
    const file = await renderText(format, { ...hostileHarvest(false), sections: [{ ...section, blocks }] })
    expect(file).toMatch(given)
    if (format === csv) expect(file).toContain('"Résultat du vote";"";"Compost";"Compost"')
    if (format === html) expect(file).toMatch(/Compost<\/span> <span class="count">2 contributions/)
    if (format === markdown) expect(file).toContain('Compost (2 contributions)')
  },
)

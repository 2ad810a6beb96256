import { expect, test } from 'vitest'
import { renderText } from './contract.ts'
import { csv } from './csv/index.ts'
import { hostileHarvest } from './harvest-samples.ts'
import { html } from './html/index.ts'
import { json } from './json/index.ts'
import { markdown } from './markdown/index.ts'
import { svg } from './svg/index.ts'

test.each([
  [markdown, /- \*\*\\=Pile \\<b\\>\*\*\n {2}- .*\n {2}- \\\+33612345678/],
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

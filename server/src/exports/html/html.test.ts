import { expect, test } from 'vitest'
import { exporterContract, renderText } from '../contract.ts'
import { begunWith, HOSTILE_NOTES, hostileHarvest } from '../harvest-samples.ts'
import { type Page, pageOf } from '../page-of.ts'
import { html } from './index.ts'

const open = (file: string): Page => pageOf(file)

exporterContract(html, {
  everything: true,
  textOf: (file) => {
    const page = open(file)
    for (const style of page.querySelectorAll('style, title')) style.remove()
    const links = [...page.querySelectorAll('a')].map((a) => a.href)
    return [page.body.textContent, ...links].join('\n')
  },
})

test('[H9] one file that loads nothing: no address but links, pictures and type inside', async () => {
  const page = open(await renderText(html, hostileHarvest(true)))
  expect(page.querySelector('script, link, iframe, object, embed, form, base, svg, video, audio')).toBeNull()
  for (const element of page.querySelectorAll('[src], [srcset], [poster], [data], [background], [action]'))
    expect(element.getAttribute('src')).toMatch(/^data:image\/png;base64,/)
  for (const { textContent: css } of page.querySelectorAll('style')) {
    expect(css).not.toContain('@import')
    for (const [, url] of css.matchAll(/url\(([^)]*)\)/g)) expect(url).toMatch(/^data:font\/ttf;base64,/)
  }
  for (const { attributes } of page.querySelectorAll('*'))
    for (const { name } of attributes) expect(name).not.toMatch(/^on|^style$/)
  expect(page.querySelectorAll('a').length).toBeGreaterThan(0)
  for (const { href } of page.querySelectorAll('a')) expect(href).toMatch(/^(?:https?:|mailto:|about:blank#)/)
  expect(page.querySelectorAll('img')).toHaveLength(1)
})

test('[H6] a name is text wherever it stands, and so is everything else that people wrote', async () => {
  const planted = `"'><i-am-here>&lt;b&gt;`
  const harvest = hostileHarvest(true)
  const page = open(await renderText(html, { ...harvest, names: { p1: planted, p2: planted } }))
  const told = page.body.textContent.split(planted).length - 1
  const notes = harvest.sections.flatMap(({ blocks }) =>
    blocks.flatMap((one) => (one.type === 'notes' ? one.zones.flatMap((zone) => zone.notes) : [])),
  )
  const signed = notes.filter(({ author }) => author !== null).length
  // On each signed note, in the list of people (2), a story, a group (2) and a ranking.
  expect(told).toBe(signed + 6)
  expect(page.querySelector('i-am-here, b, i')).toBeNull()
})

test('[H9] its own policy lets nothing in but its own style', async () => {
  const policy = open(await renderText(html, hostileHarvest(false)))
    .querySelector('meta[http-equiv]')
    ?.getAttribute('content')
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*|'self'/)
})

test('has a language, one title, and headings in order', async () => {
  const page = open(await renderText(html, hostileHarvest(true)))
  expect(page.documentElement.lang).toBe('fr')
  expect(page.title).toBe('Récolte – Séance <du> "24" & =avril')
  const levels = [...page.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((h) => Number(h.tagName.slice(1)))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
  const ways = [...page.querySelectorAll('nav a')]
  expect(ways.length).toBeGreaterThan(1)
  for (const link of ways) expect(page.querySelector(link.getAttribute('href') ?? 'none')).not.toBeNull()
})

test('[H9] a name is text wherever it stands: by a note, by a story, in a ranking, in a group, in the list', async () => {
  const names = { p1: '<img src=x onerror=alert(1)>', p2: '</bdi><script>alert(2)</script>&amp;' }
  const page = open(await renderText(html, { ...hostileHarvest(true), names }))
  const told = [...page.querySelectorAll('bdi')]
  expect(told.length).toBeGreaterThan(4)
  expect(told.filter((one) => one.children.length > 0)).toEqual([])
  const text = told.map((one) => one.textContent).join('\n')
  for (const name of Object.values(names)) expect(text).toContain(name)
  expect(page.querySelectorAll('script, [onerror]')).toHaveLength(0)
  expect(page.querySelectorAll('img')).toHaveLength(1)
})

test('[H9] each text that people wrote is read from its own side, in a page of the session’s language', async () => {
  const hebrew = 'שלום'
  const whole = begunWith(hostileHarvest(true), hebrew)
  const page = open(await renderText(html, whole))
  const texts = [...page.body.querySelectorAll('*')].flatMap((element) =>
    [...element.childNodes].flatMap(({ nodeName, textContent }) =>
      nodeName === '#text' && textContent.includes(hebrew) ? [{ element, textContent }] : [],
    ),
  )
  expect(texts.length).toBeGreaterThan(HOSTILE_NOTES.length + 30)
  const astray = texts.filter(({ element }) => element.closest('bdi, [dir="auto"]') === null)
  expect(astray.map(({ textContent }) => textContent)).toEqual([])
  // What holds texts of several people has no side of its own.
  for (const holder of page.querySelectorAll('ul, ol, table, section, .group, .note, .story'))
    expect(holder.getAttribute('dir')).toBeNull()
})

test('a theme is one frame with its title and its count, in columns of its own, and what is in none comes after', async () => {
  const page = open(await renderText(html, hostileHarvest(false)))
  const frames = [...page.querySelectorAll('.stack')]
  expect(frames.map((frame) => frame.querySelector('h4')?.textContent)).toEqual([
    '=Pile <b> 2 contributions',
    'Pile sans nom 1 contribution',
  ])
  expect(frames.map((frame) => frame.querySelectorAll('.notes > .note').length)).toEqual([2, 1])
  // No frame is inside columns, in which it would be torn apart.
  expect(page.querySelector('.notes .stack')).toBeNull()
})

test('a category is said by name and letter on each note, and beside its colour in a legend', async () => {
  const page = open(await renderText(html, hostileHarvest(false)))
  const legend = page.querySelector('.legend')
  expect(legend?.getAttribute('aria-label')).toBe('Ce que veulent dire les couleurs')
  expect([...(legend?.querySelectorAll('li') ?? [])].map((li) => li.textContent)).toEqual([
    'A =Frein <b>',
    'B',
  ])
  expect([...(legend?.querySelectorAll('.letter') ?? [])].map((one) => one.getAttribute('class'))).toEqual([
    'letter c0',
    'letter c1',
  ])
  const said = [...page.querySelectorAll('.note.c0 .category')].map((one) => one.textContent)
  expect(said).toHaveLength(HOSTILE_NOTES.filter(({ colour }) => colour === 0).length)
  expect(new Set(said)).toEqual(new Set(['A =Frein <b>']))
  expect(page.querySelector('.note.c2 .category')).toBeNull()
})

test('addresses can be followed wherever people wrote them', async () => {
  const url = 'https://exemple.fr/une/page?a=b_c'
  const page = open(await renderText(html, begunWith(hostileHarvest(false), `${url} `)))
  for (const place of ['.note', '.story', '.group', 'td'])
    expect([...page.querySelectorAll(`${place} .text a`)].map((a) => a.href)).toContain(url)
})

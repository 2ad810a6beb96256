import type { Page } from '@playwright/test'
import { coveredOn } from '../fixtures/covered.ts'
import { PHONE } from '../fixtures/people.ts'
import { faintOn } from '../fixtures/seen.ts'
import { smallOn } from '../fixtures/targets.ts'
import { expect, test } from '../fixtures/test.ts'

const draw = (page: Page, css: string, body: string) =>
  page.setContent(`<!doctype html><style>body { background: #fff; color: #000 } ${css}</style>${body}`)

test('what is too faint is found, and what can be seen is not', async ({ browser }) => {
  const page = await browser.newPage()
  const field = '<input placeholder="Votre idée">'
  const pair = '<div><button aria-pressed="true">A</button><button aria-pressed="false">B</button></div>'
  const ring = ':focus-visible { outline: 3px solid #000; outline-offset: 2px }'
  const chosen = 'button { border: 0; background: #eee } [aria-pressed="true"] { border: 2px solid #000 }'

  await draw(page, `${ring} ${chosen} ::placeholder { color: #555; opacity: 1 }`, field + pair)
  expect(await faintOn(page)).toEqual([])

  const what = async (css: string) => {
    await draw(page, css, field + pair)
    return [...new Set((await faintOn(page)).map((one) => one.what))]
  }
  expect(await what(`${ring} ${chosen} ::placeholder { color: #999; opacity: 1 }`)).toEqual(['placeholder'])
  expect(await what(`${ring} ${chosen} ::placeholder { color: #000; opacity: 0.4 }`)).toEqual(['placeholder'])
  const read = '::placeholder { color: #555 }'
  expect(await what(`${chosen} ${read} :focus-visible { outline: 3px solid #ddd }`)).toEqual(['focus ring'])
  expect(await what(`${chosen} ${read} :focus-visible { outline: none }`)).toEqual(['focus ring'])
  expect(
    await what(
      `${ring} ${read} button { border: 0; background: #eee } [aria-pressed=true] { background: #fff }`,
    ),
  ).toEqual(['chosen'])
  await page.close()
})

test('a bar over the focus is found', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 400, height: 300 } })
  const rows = Array.from({ length: 12 }, (_, n) => `<p><button>${n}</button></p>`).join('')
  const bar = '<div style="position: fixed; inset: auto 0 0; height: 60px; background: #ccc"></div>'
  await draw(page, '', rows)
  expect(await coveredOn(page)).toEqual([])
  await draw(page, '', rows + bar)
  expect(await coveredOn(page)).not.toEqual([])
  await page.close()
})

test('what is too small to be pressed is found, with a mouse and with a finger', async ({ browser }) => {
  const box = (width: number, height: number, css = '') =>
    `<button style="position: absolute; box-sizing: border-box; width: ${width}px; height: ${height}px; ${css}"></button>`
  const added = '<style>i { position: relative; display: block; width: 20px; height: 20px }</style>'
  const grown = (by: number) =>
    `${added}<style>i::after { content: ""; position: absolute; inset: -${by}px }</style><i role="button"></i>`
  const drawn = [
    // Alone, and beside another: the circles of 24 px meet only in the second.
    { body: box(16, 16) + box(16, 16, 'left: 60px'), mouse: 0, finger: 2 },
    { body: box(16, 16) + box(16, 16, 'left: 28px'), mouse: 2, finger: 2 },
    // One that is large enough and near is in the way of the small one only.
    { body: box(16, 16) + box(40, 40, 'left: 26px'), mouse: 1, finger: 2 },
    { body: box(24, 24) + box(24, 24, 'left: 32px'), mouse: 0, finger: 2 },
    { body: box(44, 44) + box(44, 44, 'left: 53px'), mouse: 0, finger: 0 },
    { body: '<p>On lit <a href="/">la suite</a> ici.</p>', mouse: 0, finger: 0 },
    { body: '<p><a href="/">La suite</a></p>', mouse: 0, finger: 1 },
    {
      body: '<label style="display: block; height: 44px"><input type="radio"> Oui</label>',
      mouse: 0,
      finger: 0,
    },
    { body: grown(12), mouse: 0, finger: 0 },
    { body: grown(11), mouse: 0, finger: 1 },
    { body: box(9, 9, 'visibility: hidden') + box(9, 9, 'left: -99px'), mouse: 0, finger: 0 },
    { body: `${box(9, 9)}<dialog open>${box(9, 9)}${box(9, 9, 'left: 12px')}</dialog>`, mouse: 2, finger: 2 },
  ]
  for (const options of [{ hasTouch: false }, PHONE]) {
    const page = await browser.newPage(options)
    for (const { body, mouse, finger } of drawn) {
      await draw(page, '', body)
      expect(await smallOn(page), body).toHaveLength(options.hasTouch ? finger : mouse)
    }
    await page.close()
  }
})

import type { Page } from '@playwright/test'
import { coveredOn } from '../fixtures/covered.ts'
import { faintOn } from '../fixtures/seen.ts'
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

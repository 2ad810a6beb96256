/** A browser that is too old is told so, in a page that it can show. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HOUSE } from '../fixtures/build.ts'
import { PHONE } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'

const SAYS = 'Votre navigateur est trop ancien pour Escale.'

/** What is missing, as code for the page. */
const MISSING: Readonly<Record<string, () => void>> = {
  'a method of lists': () => {
    Reflect.deleteProperty(Array.prototype, 'toSpliced')
  },
  'the end of a wait': () => {
    Reflect.deleteProperty(AbortSignal, 'timeout')
  },
  'what a rule of style may ask': () => {
    CSS.supports = () => false
  },
  'modules as they are now': () => {
    Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule')
  },
}

for (const [what, remove] of Object.entries(MISSING))
  test(`a browser without ${what} sees a plain page in both languages that says what to do`, async ({
    people,
  }) => {
    const page = await (await people.browser(PHONE)).newPage()
    await page.addInitScript(remove)
    // As where its code cannot even be read.
    await page.route('**/assets/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '@@' }),
    )
    people.provokes(/Invalid or unexpected token/)
    await page.goto('/')
    await expect(page.getByRole('heading', { name: SAYS })).toBeVisible()
    await expect(page.getByText(/Safari 16\.4 \(iOS 16\.4\), or newer/)).toBeVisible()
  })

test('whoever has a newer one does not see it', async ({ people }) => {
  const page = await people.page('/', PHONE)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(SAYS)).toHaveCount(0)
})

test('what says so is written as browsers of 2010 read it', () => {
  for (const file of ['first-moment/first-moment.js', 'public/too-old.js'])
    expect(readFileSync(join(HOUSE, 'client', file), 'utf8')).not.toMatch(
      /=>|`|\b(?:const|let|class|async|await)\b|\?\.|\?\?|\.\.\.|catch \{/,
    )
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chooseLanguage, proposeLanguage } from '../i18n/language.ts'
import { restoreTheme } from './theme.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
const html = document.documentElement
// What runs in the page before anything else does.
const runFirstMoment = new Function(read('first-moment/first-moment.js'))

/** The page as the script finds it. The test's browser lacks some of what is asked for: the word for those that are too old comes too. */
beforeEach(() => {
  document.head.innerHTML = '<meta name="base-path" content="/escale/" />'
  for (const name of ['lang', 'class', 'data-theme']) html.removeAttribute(name)
})
afterEach(() => {
  document.head.innerHTML = ''
  vi.restoreAllMocks()
  html.removeAttribute('class')
})

const look = () => ({ lang: html.lang, theme: html.dataset['theme'] })

test.each([
  [null, null, ['fr-FR', 'fr', 'en']],
  [null, 'dark', ['en-GB']],
  [null, 'light', ['de', 'en-US', 'fr']],
  [null, 'auto', ['de', 'it']],
  ['fr', 'none of ours', ['en-GB']],
  ['en', null, ['fr']],
  ['of no use', null, ['en', 'fr']],
  [null, null, []],
])(
  '[O25] language %s and theme %s kept here, a browser in %j: the first moment is as what follows',
  (language, theme, browser) => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(browser)
    if (language !== null) localStorage.setItem('escale.language', language)
    if (theme !== null) localStorage.setItem('escale.theme', theme)
    runFirstMoment()
    const first = look()
    proposeLanguage()
    restoreTheme()
    expect(look()).toEqual(first)
  },
)

test('where the device keeps nothing the page begins all the same', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError')
  })
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en'])
  runFirstMoment()
  expect(look()).toEqual({ lang: 'en', theme: undefined })
  chooseLanguage('fr')
})

test('a file of the page that does not come is said; a picture that does not is not', () => {
  runFirstMoment()
  const picture = document.body.appendChild(document.createElement('img'))
  picture.dispatchEvent(new Event('error'))
  expect(html).not.toHaveClass('unreached')
  const script = document.body.appendChild(document.createElement('script'))
  script.dispatchEvent(new Event('error'))
  expect(html).toHaveClass('unreached')
  picture.remove()
  script.remove()
})

test('a browser that is too old gets the word for it, from the folder where Escale is', () => {
  runFirstMoment()
  expect(document.head.querySelector('script')?.getAttribute('src')).toBe('/escale/too-old.js')
})

test('it has the colours of paper and ink that come after it', () => {
  const colours = (css: string, name: string) =>
    [...css.matchAll(new RegExp(`${name}: (#[0-9a-f]{6});`, 'g'))].map((found) => found[1])
  const first = read('first-moment/first-moment.css')
  const tokens = read('src/styles/tokens.css')
  expect(colours(first, 'background')).toEqual(colours(tokens, '--paper'))
  expect(colours(first, ' color')).toEqual(colours(tokens, '--ink'))
  expect(colours(first, '--hull')).toEqual(colours(tokens, '--accent'))
})

/** A facilitator’s Markdown as HTML, and where its links may lead [H9]. */
import { expect, test } from 'vitest'
import { anchor, prose } from './prose.ts'

test.each<[string, boolean]>([
  ['https://exemple.fr/a', true],
  ['HTTP://exemple.fr', true],
  ['mailto:a@exemple.fr', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['/ici', false],
  ['', false],
  ['https://', false],
  [' https://exemple.fr', false],
  ['javascript:alert(1)//https://exemple.fr', false],
  ['https://exemple.fr/ x', false],
  ['https://exemple.fr/\njavascript:alert(1)', false],
])('[H9] an address that may be followed, %j: %s', (url, isLink) => {
  const label = '<b>mot</b>'
  expect(anchor(url, label)).toBe(isLink ? `<a href="${url}" rel="noopener noreferrer">${label}</a>` : label)
})

test('[H9] an address stays in its quotes', () => {
  expect(anchor('https://exemple.fr/"onclick="x&<', 'mot')).not.toMatch(/"onclick|&<|&(?!\w+;|#)/)
})

test.each<[string, string]>([
  ['# Un', '<h3>Un</h3>'],
  ['##### Cinq', '<h6>Cinq</h6>'],
  ['###### Six', '<h6>Six</h6>'],
  ['un\ndeux', '<p>un<br>deux</p>'],
  ['- un\n- deux', '<ul><li>un</li><li>deux</li></ul>'],
  ['- **un**', '<ul><li><strong>un</strong></li></ul>'],
  ['0. zéro', '<ol start="0"><li>zéro</li></ol>'],
  ['1. un', '<ol start="1"><li>un</li></ol>'],
  ['3. un', '<ol start="3"><li>un</li></ol>'],
  ['~~non~~ **oui** *peut-être*', '<p><del>non</del> <strong>oui</strong> <em>peut-être</em></p>'],
  [
    '| a |\n|---|\n| b |',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
  ],
  ['&lt;b&gt; &amp;amp; "x"', '<p>&lt;b&gt; &amp;amp; &quot;x&quot;</p>'],
  ['`<b> & c`', '<p><code>&lt;b&gt; &amp; c</code></p>'],
  [
    '![](https://exemple.fr/x.png)',
    '<p><a href="https://exemple.fr/x.png" rel="noopener noreferrer">…</a></p>',
  ],
  [
    '![alt](https://exemple.fr/x.png)',
    '<p><a href="https://exemple.fr/x.png" rel="noopener noreferrer">alt</a></p>',
  ],
  ['![alt](javascript:x)', '<p>alt</p>'],
  ['[**mot**](javascript:x)', '<p><strong>mot</strong></p>'],
])('%j', (markdown, expected) => {
  // Whose text is read from which side, html.test.ts looks at for all of the page.
  expect(prose(markdown).replaceAll(' dir="auto"', '')).toBe(expected)
})

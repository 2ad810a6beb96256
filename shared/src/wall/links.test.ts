import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkParts } from './links.ts'

const links = (text: string) =>
  linkParts(text).flatMap(({ text: said, href }) => (href ? [[said, href]] : []))

describe('an address in a note', () => {
  test.each([
    ['voir https://exemple.fr/a?b=c#d.', 'https://exemple.fr/a?b=c#d', 'https://exemple.fr/a?b=c#d'],
    ['(http://exemple.fr)', 'http://exemple.fr', 'http://exemple.fr'],
    [
      'https://fr.wikipedia.org/wiki/Mur_(outil) !',
      'https://fr.wikipedia.org/wiki/Mur_(outil)',
      'https://fr.wikipedia.org/wiki/Mur_(outil)',
    ],
    ['« www.exemple.fr »', 'www.exemple.fr', 'https://www.exemple.fr'],
    [
      'écrire à claire.d+mur@exemple.gouv.fr, merci',
      'claire.d+mur@exemple.gouv.fr',
      'mailto:claire.d+mur@exemple.gouv.fr',
    ],
    ['HTTPS://EXEMPLE.FR…', 'HTTPS://EXEMPLE.FR', 'HTTPS://EXEMPLE.FR'],
    ['ligne\nhttps://exemple.fr\nligne', 'https://exemple.fr', 'https://exemple.fr'],
  ])('[M58] %s', (text, said, href) => {
    expect(links(text)).toEqual([[said, href]])
  })

  test.each([
    'rien',
    'a@b',
    '@claire',
    'https://',
    'http://?',
    'www.',
    'www.x',
    'javascript://alert(1)',
    'xhttps://exemple.fr',
    'data:text/html,<script>',
    'ftp://exemple.fr',
    'awww.exemple.fr',
  ])('[M58] none in: %s', (text) => {
    expect(links(text)).toEqual([])
  })

  test('[M58] is found without changing a letter, and leads to the web or to a mailbox only', () => {
    const piece = fc.constantFrom(
      'https://',
      'www.',
      'exemple',
      '.fr',
      '@',
      '(',
      ')',
      ' ',
      '\n',
      '/',
      'é',
      '«',
      '»',
      '.',
      ':',
      '!',
      '"',
      '<',
      '👍',
      'javascript:',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
        (text) => {
          const parts = linkParts(text)
          expect(parts.map((part) => part.text).join('')).toBe(text)
          for (const { href } of parts)
            if (href !== undefined) expect(href).toMatch(/^(?:https?:\/\/|mailto:)[^\s<>"]+$/i)
        },
      ),
    )
  })

  test('[M58] is looked for in a straight run, however the text is made', () => {
    const began = performance.now()
    for (const text of [
      'a'.repeat(20_000),
      'a.'.repeat(10_000),
      `${'www.'.repeat(5_000)}@`,
      '@'.repeat(20_000),
      `https://${')'.repeat(1_900)}`,
    ])
      linkParts(`${text}@`)
    expect(performance.now() - began).toBeLessThan(500)
  })
})

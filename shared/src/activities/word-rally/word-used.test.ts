import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_WORDS, SPARE_WORDS } from './default-words.ts'
import { usedWords, wordUsed } from './word-used.ts'

/** word | texts that use it | texts that do not */
const CASES: [word: string, uses: string[], usesNot: string[]][] = [
  ['lien', ['Nos liens.', 'Le LIEN', 'un lien, enfin'], ['liane', 'lienne', 'bien', 'ancien']],
  ['liens', ['un lien', 'des liens'], ['lie']],
  ['éclaircie', ['Eclaircies', 'l’éclaircie', "L'ECLAIRCIE vient", 'éclaircie'], ['éclair', 'éclaircir']],
  [
    'applaudir',
    ['nous applaudissions', 'applaudi', 'ils applaudirent', 'applaudira', 'en applaudissant', 'applaudit'],
    ['applaudissements', 'plaudit'],
  ],
  ['fil', ['au fil de l’eau', 'des fils', 'fil-à-fil'], ['filet', 'filer', 'file', 'profil', 'fille']],
  ['pas', ['à petits pas', 'Pas !', 'ce n’est pas'], ['passage', 'passe', 'repas', 'passer']],
  ['fenêtre', ['fenetre', 'LES FENÊTRES', 'sa fenêtre.'], ['être', 'défenestrer']],
  ['silence', ['silences', 'Silence…'], ['silencieux', 'licence']],
  ['levain', ['le levain', 'levains'], ['levé', 'lever', 'vain']],
  ['voisine', ['ma voisine', 'mon voisin', 'les voisins', 'voisines'], ['voisinage']],
  ['boussole', ['boussoles', 'BOUSSOLE'], ['sole']],
  ['jardin', ['jardins'], ['jardinier', 'jardiner']],
  ['détour', ['detours', 'sans détour'], ['détourner', 'tour', 'retour']],
  ['brouillon', ['brouillons', 'au brouillon'], ['brouillonne', 'brouillard']],
  ['cheval', ['des chevaux'], ['chevalet', 'cheveux']],
  ['travail', ['les travaux', 'travail'], ['travailleur']],
  ['bateau', ['deux bateaux'], ['battre']],
  ['œil', ['les yeux', 'l’oeil', 'un Œil'], ['œillet']],
  ['nouveau', ['une nouvelle vie', 'un nouvel an'], ['renouveau']],
  ['heureux', ['heureuse', 'heureuses'], ['bonheur', 'malheureux']],
  ['acteur', ['actrice', 'acteurs', 'actrices'], ['acte', 'action']],
  ['écouter', ['J’écoute', 'nous écoutâmes', 'écoutée', 'écoutez', 'écouterions'], ['écouteur', 'coûter']],
  ['manger', ['nous mangeons', 'elle mangea', 'mangé'], ['mangue', 'mangeoire']],
  ['appeler', ['elle appelle', 'appelons', 'il appellera'], ['appel']],
  ['essuyer', ['elle essuie', 'essuyons'], ['essuyage', 'suie']],
  ['apprendre', ['nous apprenons', 'j’ai appris', 'elles apprennent', 'apprendrai'], ['apprenti', 'prendre']],
  ['venir', ['viens', 'venue', 'il vint', 'ils viendraient'], ['avenir', 'souvenir']],
  ['aller', ['je vais', 'nous allions', 'ils iront', 'allée'], ['ballet']],
  ['installer', ['elle installe', 'installons'], ['instant', 'insvais']],
  ['attendre', ['j’attends', 'attendu', 'nous attendrons'], ['attente', 'tendre']],
  ['mois', ['un mois'], ['moi']],
  ['mer', ['la mer', 'les mers'], ['mère', 'amer', 'merci']],
  ['port', ['ports'], ['porte']],
  ['porte', ['les portes'], ['port', 'porter']],
  ['confiné', ['confinée', 'confinés', 'CONFINÉES'], ['confinement']],
  ['arc-en-ciel', ['un arc en ciel', 'Arcs-en-ciel'], ['un arc, le ciel', 'arc en']],
  ['vivre ensemble', ['nous vivons ensemble', 'le « vivre-ensemble »'], ['vivre, puis ensemble']],
  ['2020', ['en 2020.'], ['20200', '202']],
]

describe('the words that a story uses', () => {
  for (const [word, uses, usesNot] of CASES) {
    test.each(uses)(`[W8] « ${word} » is used in « %s »`, (text) => expect(wordUsed(word, text)).toBe(true))
    test.each(usesNot)(`[W8] « ${word} » is not used in « %s »`, (text) =>
      expect(wordUsed(word, text)).toBe(false),
    )
  }

  test('[W8] a blank word is never used', () => {
    for (const blank of ['', '  ', '…', '-']) expect(wordUsed(blank, 'tout un texte …')).toBe(false)
  })

  const words = fc.oneof(
    fc.constantFrom(...DEFAULT_WORDS, ...SPARE_WORDS),
    // Without ÷, which stands among the letters and is none.
    fc.stringMatching(/^[a-zà-öø-ÿœ]{1,12}$/),
  )
  const gap = fc.constantFrom(' ', ', ', ' « ', '. ', "'", '’', '\n', ' (', '-')

  test('[W8] a word itself, and its plural in s, count wherever they stand', () => {
    fc.assert(
      fc.property(words, fc.string(), fc.string(), gap, gap, (word, before, after, a, b) => {
        expect(wordUsed(word, before + a + word + b + after)).toBe(true)
        expect(wordUsed(word, before + a + word.toUpperCase() + b + after)).toBe(true)
      }),
    )
  })

  test('[W8] writing on never unmarks a word', () => {
    fc.assert(
      fc.property(words, fc.lorem(), fc.lorem(), gap, (word, text, more, between) => {
        const text2 = text + between + word
        expect(wordUsed(word, text2)).toBe(true)
        expect(wordUsed(word, text2 + between + more)).toBe(true)
      }),
    )
  })

  test('[W8] any two texts give an answer, and one reading of the text gives the same for every word', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.string({ unit: 'grapheme' }), (all, text) => {
        expect(usedWords(all, text)).toEqual(all.map((word) => wordUsed(word, text)))
      }),
    )
  })

  test('[W8] the word in longer words is not the word', () => {
    for (const word of [...DEFAULT_WORDS, ...SPARE_WORDS])
      expect(wordUsed(word, `x${word} ${word}zque`)).toBe(false)
  })
})

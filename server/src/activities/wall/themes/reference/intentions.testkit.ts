import { INTENTIONS } from '@escale/bots'
import type { Reference } from './reference.testkit.ts'

/** By their numbers in the harvest of 10 April 2020, counted from 1. Judged by reading each, before there was any method. */
const THEMES: Readonly<Record<string, readonly number[]>> = {
  Simplifier: [2, 7, 30],
  'Manager par la confiance, donner de l’autonomie': [3, 18, 40, 44, 59, 69],
  'Écologie, sobriété, ralentir': [4, 41, 72, 75, 81],
  'Innovation publique et citoyenne': [5, 65],
  'Bienveillance, soin, empathie': [6, 32, 38, 47, 48, 56, 61, 66],
  'Apprendre de la crise, territoires apprenants': [8, 13, 43, 67, 74, 82],
  'Élargir les cercles, aller vers': [1, 9, 19, 22, 25, 54, 79],
  'Repenser nos organisations': [10, 21, 36, 49, 57, 70, 78],
  'Numérique et outils à distance': [11, 12, 35, 55, 60, 77],
  'Solidarité, entraide': [14, 15, 16, 31],
  'Décider autrement, moins de hiérarchie': [17, 50, 73],
  Coopération: [20, 26, 28, 29, 63, 71],
  'Relier et soutenir les initiatives': [27, 33, 39, 83],
  'Oser, essayer': [23, 37, 53, 58, 64],
  École: [24, 51, 76],
  Décloisonner: [45, 46, 52],
  'Convivialité et qualité de vie au travail': [34, 62, 68],
}
/** « Se recentrer, choisir et tenir ses engagements » ; « Vive le service public ». */
const ALONE = [42, 80]

const texts = (numbers: readonly number[]) => numbers.map((number) => INTENTIONS[number - 1] ?? '')

/** The 83 intentions: short, abstract, in the words of the moment. Hard for people too: about one in six could stand elsewhere. */
export const INTENTION_THEMES: Reference = {
  name: 'intentions (fr)',
  language: 'fr',
  themes: Object.fromEntries(Object.entries(THEMES).map(([title, numbers]) => [title, texts(numbers)])),
  alone: texts(ALONE),
}

/** Fictional people: first names as one hears them in a French meeting, made-up employers, made-up places. */
import type { Introduction } from '../http.ts'

const NAMES = [
  'Aïcha',
  'Baptiste',
  'Chloé',
  'Driss',
  'Élodie',
  'Fatou',
  'Gaël',
  'Hélène',
  'Inès',
  'Jonas',
  'Kenza',
  'Léonie',
  'Mamadou',
  'Nolwenn',
  'Océane',
  'Pierre-Yves',
  'Quentin',
  'Rania',
  'Soizic',
  'Thi Mai',
  'Ursule',
  'Valentin',
  'Wassila',
  'Yanis',
] as const

const ORGANISATIONS = [
  'Ville de Port-Sablon',
  'Département des Trois-Rivières',
  'Communauté de communes du Val-Perdu',
  'Région Grand-Large',
  'Association Les Passerelles',
  'Métropole de Clairbourg',
  'Centre social La Criée',
  'Université de Hautefontaine',
] as const

const TERRITORIES = ['Littoral', 'Trois-Rivières', 'Val-Perdu', 'Clairbourg', 'Hautes-Fontaines'] as const

export const CROWD_SIZE = NAMES.length

/** Person `index` of the crowd, from 0; beyond the list the names come again with a number. */
export function personNumber(
  index: number,
): Required<Pick<Introduction, 'name' | 'organisation' | 'territory'>> {
  const again = Math.floor(index / NAMES.length)
  const name = NAMES[index % NAMES.length] ?? ''
  return {
    name: again === 0 ? name : `${name} ${again + 1}`,
    organisation: ORGANISATIONS[(index * 3) % ORGANISATIONS.length] ?? '',
    territory: TERRITORIES[(index * 2) % TERRITORIES.length] ?? '',
  }
}

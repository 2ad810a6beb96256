/** The names that pseudonyms are made of: only walls under pseudonyms load them. */
import type { Language } from '../../i18n/wording.ts'

export const animals: Readonly<Record<Language, readonly string[]>> = {
  fr: 'Loutre,Héron,Renard,Belette,Mésange,Castor,Écureuil,Hérisson,Chouette,Lièvre,Grillon,Martre,Rouge-gorge,Tortue,Dauphin,Girafe,Koala,Lynx,Pie,Saumon,Cigogne,Blaireau,Hirondelle,Tamanoir,Abeille,Bouquetin,Colibri,Panda,Phoque,Marmotte,Alouette,Otarie'.split(
    ',',
  ),
  en: 'Otter,Heron,Fox,Weasel,Tit,Beaver,Squirrel,Hedgehog,Owl,Hare,Cricket,Marten,Robin,Turtle,Dolphin,Giraffe,Koala,Lynx,Magpie,Salmon,Stork,Badger,Swallow,Anteater,Bee,Ibex,Hummingbird,Panda,Seal,Marmot,Lark,Walrus'.split(
    ',',
  ),
}

/**
 * Stories that come together as the words come: for each word, what this author makes of it. A word that an author has
 * nothing for gets one of the sentences of `ANY_WORD`.
 */
export interface StoryStyle {
  readonly opening: string
  readonly withWord: Readonly<Record<string, string>>
  readonly ending: string
}

export const STORY_STYLES: readonly StoryStyle[] = [
  {
    opening: '',
    withWord: {
      fenêtre: 'Derrière la fenêtre, ',
      silence: 'le silence avait ',
      levain: 'un goût de levain. ',
      voisine: "Ma voisine m'a tendu ",
      boussole: 'une boussole : ',
      éclaircie: "elle indiquait l'éclaircie.",
    },
    ending: '',
  },
  {
    opening: "J'ai appris à écouter ",
    withWord: {
      silence: 'le silence, ',
      voisine: 'puis ma voisine, puis moi. ',
      éclaircie: "Le reste viendra avec l'éclaircie.",
    },
    ending: '',
  },
  {
    opening: 'Premier matin sans réunion. ',
    withWord: {
      fenêtre: "J'ouvre la fenêtre en grand. ",
      silence: 'La rue a rendu son silence aux merles. ',
      levain: 'Dans la cuisine, le levain travaille plus que moi. ',
      voisine: 'La voisine du troisième laisse des courses devant chaque porte. ',
      boussole: "Je n'ai plus d'agenda, j'ai une boussole. ",
      éclaircie: "À midi, une éclaircie, et tout l'immeuble au balcon. ",
    },
    ending: 'Ce que je veux garder : demander des nouvelles avant de demander des chiffres.',
  },
  {
    opening: "On m'avait dit : tiens bon. ",
    withWord: {
      fenêtre: "J'ai tenu la fenêtre ouverte. ",
      silence: "J'ai tenu le silence, le plus difficile. ",
      levain: "J'ai nourri un levain qui n'avait rien demandé. ",
      voisine: "J'ai appris le prénom de ma voisine. ",
      boussole: "J'ai perdu la boussole, puis nous l'avons cherchée à plusieurs. ",
      éclaircie: "Voilà l'éclaircie : nous la regarderons ensemble. ",
    },
    ending: '',
  },
  {
    opening: 'Il était une fois une mairie fermée et des agents partout. ',
    withWord: {
      fenêtre: 'Chacun à sa fenêtre, ',
      silence: 'on a entendu les silences entre les services. ',
      levain: 'Un petit groupe a mis du levain dans la pâte. ',
      voisine: 'La commune voisine a prêté ses masques, nous nos bras. ',
      boussole: "Personne n'avait la carte, tout le monde cherchait la boussole. ",
      éclaircie: 'Nous avons appris à décider entre deux éclaircies. ',
    },
    ending: 'Et depuis, les portes ferment moins bien.',
  },
]

/** `{}` stands for the word. */
export const ANY_WORD: readonly string[] = [
  'Et puis il y eut « {} », et je ne savais qu’en faire. ',
  'Je garde le mot {} pour plus tard. ',
  'Ce jour-là, {} voulait dire autre chose. ',
  'Mon collègue a souri : {}, dis-tu ? ',
]

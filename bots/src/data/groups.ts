/** What people note in a group that asks itself what is essential to face a crisis together. */
export const GROUP_NOTES: readonly string[] = [
  'Se parler vite, même quand on ne sait pas encore',
  'Un droit à l’erreur écrit noir sur blanc',
  'Garder le point du matin : quinze minutes, tout le monde parle',
  'Demander aux habitants ce qu’ils font déjà',
  'Moins de validations, plus de confiance',
  'Savoir qui appeler dans la commune d’à côté',
  'Nommer ce que l’on arrête',
  'Prendre soin de celles et ceux qui sont restés sur le terrain',
  'Des outils que tout le monde sait ouvrir',
  'Raconter ce qui a marché avant de l’oublier',
]

/** One word to arrive with. */
export const CHECK_INS: readonly string[] = [
  'présente',
  'un peu fatigué, content d’être là',
  'curieuse',
  'en retard de café',
  'calme',
  'plein d’élan',
  'inquiète et confiante',
  'les enfants à côté, soyez indulgents',
]

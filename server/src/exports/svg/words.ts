export const words = {
  fr: { name: 'Affiche (SVG)', purpose: 'Le mur en dessin vectoriel, pour l’imprimer à toutes les tailles.' },
  en: { name: 'Poster (SVG)', purpose: 'The wall as a vector drawing, to print at any size.' },
} as const

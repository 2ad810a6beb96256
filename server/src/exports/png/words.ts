export const words = {
  fr: {
    name: 'Image (PNG)',
    purpose: 'Le mur en image, à envoyer dans un message ou à poser sur une diapositive.',
  },
  en: { name: 'Picture (PNG)', purpose: 'The wall as a picture, to send in a message or to put on a slide.' },
} as const

export const words = {
  fr: {
    name: 'Page (HTML)',
    purpose: 'Toute la récolte dans un seul fichier, à joindre à un message, à archiver ou à imprimer.',
  },
  en: {
    name: 'Page (HTML)',
    purpose: 'The whole harvest in a single file, to attach to a message, to keep or to print.',
  },
} as const

export const words = {
  fr: {
    name: 'Texte (Markdown)',
    purpose: 'Pour un wiki, un bloc-notes partagé ou Mattermost : à coller tel quel.',
  },
  en: { name: 'Text (Markdown)', purpose: 'For a wiki, a shared pad or Mattermost: paste it as it is.' },
} as const

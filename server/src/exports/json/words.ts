export const words = {
  fr: {
    name: 'Données (JSON)',
    purpose: 'Toute la récolte pour un autre logiciel, dans un format décrit et versionné.',
  },
  en: {
    name: 'Data (JSON)',
    purpose: 'The whole harvest for another program, in a documented, versioned format.',
  },
} as const

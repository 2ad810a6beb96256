import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  'blocked-title': 'La connexion en direct ne passe pas.',
  blocked:
    'Le serveur répond, mais votre réseau, ou un mandataire, bloque la connexion en direct. Essayez un autre réseau (partage de connexion d’un téléphone), ou demandez au service informatique de laisser passer cette adresse.',
  'by-itself':
    'Dès que cela fonctionne, cette page continue d’elle-même. Rien de ce que vous avez écrit n’est perdu.',
  retry: 'Réessayer',
} as const

const en = {
  'blocked-title': 'The live connection does not get through.',
  blocked:
    'The server answers, but your network, or a proxy, blocks the live connection. Try another network (a phone’s hotspot), or ask your IT service to let this address through.',
  'by-itself': 'As soon as it works, this page goes on by itself. Nothing that you wrote is lost.',
  retry: 'Try again',
} satisfies Record<keyof typeof fr, string>

export const useStoppedTexts = createTexts('stopped', { fr, en })

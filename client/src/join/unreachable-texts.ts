/** Apart from the other pages of closed doors: these words must be there when nothing more can be fetched. */
import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  title: 'Le serveur ne répond pas.',
  text: 'Vérifiez votre connexion. Rien de ce que vous avez écrit n’est perdu.',
  retry: 'Réessayer',
  knocking: 'Cette page réessaie d’elle-même toutes les dix secondes.',
  open: 'C’est ouvert : vous entrez.',
} as const

const en = {
  title: 'The server does not answer.',
  text: 'Check your connection. Nothing that you wrote is lost.',
  retry: 'Try again',
  knocking: 'This page tries again by itself every ten seconds.',
  open: 'It is open: you are on your way in.',
} satisfies Record<keyof typeof fr, string>

export const useUnreachableTexts = createTexts('unreachable', { fr, en })

import { createTexts } from '../../i18n/create-texts.ts'

const fr = {
  'forming-title': 'Les groupes se forment',
  'forming-text':
    'Dans un instant, vous rejoindrez un petit groupe. Vous n’avez rien à faire : restez sur cette page.',
  'forming-how-1': 'Chacun·e parle à son tour, {{time}} par personne.',
  'forming-how-2': 'Les autres écoutent, sans couper ni préparer leur réponse.',
  'forming-how-3': 'Le temps qui reste est à vous, pour échanger librement.',
  'forming-how-4': 'À la fin, cette page vous ramène toute seule en plénière.',
  'plenary-title': 'Vous êtes en plénière',
  'plenary-late':
    'Les groupes sont en plein échange et vont revenir. Écoutez, installez-vous : la suite arrive.',
  'plenary-wait': 'Les groupes échangent en ce moment. L’équipe d’animation va vous proposer une place.',
  'back-title': 'De retour en plénière',
  'back-text': 'Merci à votre groupe. Ce que vous avez écrit ensemble reste ici.',
  'back-none': 'Merci. La suite se passe en plénière.',
} as const

const en = {
  'forming-title': 'The groups are forming',
  'forming-text': 'In a moment you will join a small group. There is nothing to do: stay on this page.',
  'forming-how-1': 'Each person speaks in turn, {{time}} each.',
  'forming-how-2': 'The others listen, without cutting in or preparing an answer.',
  'forming-how-3': 'The time that is left is yours, to talk freely.',
  'forming-how-4': 'At the end this page brings you back to the plenary by itself.',
  'plenary-title': 'You are in the plenary',
  'plenary-late':
    'The groups are deep in conversation and will be back soon. Listen, settle in: what comes next is on its way.',
  'plenary-wait': 'The groups are talking right now. The facilitators will offer you a place.',
  'back-title': 'Back in the plenary',
  'back-text': 'Thank you to your group. What you wrote together stays here.',
  'back-none': 'Thank you. We go on in the plenary.',
} satisfies Record<keyof typeof fr, string>

export const usePlenaryTexts = createTexts('round-table-plenary', { fr, en })

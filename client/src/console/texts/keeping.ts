import { createTexts } from '../../i18n/create-texts.ts'

const fr = {
  keeping: 'Durée de conservation',
  keepFor: 'Garder la séance',
  keepForHint: 'À compter de la dernière fois que quelqu’un s’en sert. Ensuite tout est effacé.',
  keepServer_one: '{{count}} jour, le plus possible ici',
  keepServer_many: '{{count}} jours, le plus possible ici',
  keepServer_other: '{{count}} jours, le plus possible ici',
  keepDays_one: '{{count}} jour',
  keepDays_many: '{{count}} jours',
  keepDays_other: '{{count}} jours',
  goneOn: 'Effacée le {{day}} si plus personne ne s’en sert.',
  remove: 'Supprimer la séance…',
  removeAsk: 'Supprimer cette séance ?',
  removeWhat:
    'Tout part : le déroulé, les noms, les textes, les murs, les votes, les images et la récolte. Plus aucun lien ne mènera nulle part.',
  removeWhose_one: 'La séance compte {{count}} personne.',
  removeWhose_many: 'La séance compte {{count}} personnes.',
  removeWhose_other: 'La séance compte {{count}} personnes.',
  removeDays: 'Vous avez sept jours pour la faire revenir. Ensuite, elle est effacée pour de bon.',
  removeHarvest: 'Pour garder la récolte, emportez-la d’abord.',
  removeYes: 'Supprimer la séance',
  cancel: 'Annuler',
  deletedTitle: 'Cette séance est supprimée.',
  deletedText:
    '{{title}} a été supprimée le {{day}}. Elle sera effacée pour de bon le {{gone}} ; jusque-là, vous pouvez la faire revenir telle qu’elle était.',
  untitled: 'Cette séance',
  bringBack: 'Faire revenir la séance',
  home: 'Accueil',
} as const

const en = {
  keeping: 'How long it is kept',
  keepFor: 'Keep the session',
  keepForHint: 'Counted from the last time somebody uses it. Then all of it is erased.',
  keepServer_one: '{{count}} day, the most possible here',
  keepServer_other: '{{count}} days, the most possible here',
  keepDays_one: '{{count}} day',
  keepDays_other: '{{count}} days',
  goneOn: 'Erased on {{day}} if nobody uses it any more.',
  remove: 'Delete the session…',
  removeAsk: 'Delete this session?',
  removeWhat:
    'All of it goes: the plan, the names, the texts, the walls, the votes, the pictures and the harvest. No link will lead anywhere any more.',
  removeWhose_one: 'The session has {{count}} person.',
  removeWhose_other: 'The session has {{count}} people.',
  removeDays: 'You have seven days to bring it back. Then it is erased for good.',
  removeHarvest: 'To keep the harvest, download it first.',
  removeYes: 'Delete the session',
  cancel: 'Cancel',
  deletedTitle: 'This session is deleted.',
  deletedText:
    '{{title}} was deleted on {{day}}. It will be erased for good on {{gone}}; until then you can bring it back as it was.',
  untitled: 'This session',
  bringBack: 'Bring the session back',
  home: 'Home',
}

export const useKeepingTexts = createTexts('console-keeping', { fr, en })

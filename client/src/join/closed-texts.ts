/** The pages that say why one cannot enter, and what to do. */
import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  'unknown-title': 'Cette séance n’existe pas, ou n’existe plus.',
  'unknown-text':
    'Le lien est peut-être incomplet. Demandez-le à nouveau à l’animateur·rice, ou entrez avec le code.',
  'locked-title': 'La porte est fermée.',
  'locked-text':
    '{{title}} n’accueille plus de nouvelles personnes pour l’instant. L’animateur·rice peut rouvrir la porte.',
  'full-title': 'La séance est complète.',
  'full-text': '{{title}} a atteint le nombre de personnes prévu. Prévenez l’animateur·rice.',
  'removed-title': 'Vous ne faites plus partie de cette séance.',
  'removed-text':
    'L’animateur·rice vous en a retiré·e. Si c’est une erreur, écrivez-lui : un clic suffit pour vous faire revenir.',
  'refused-title': 'Vous n’êtes pas entré·e.',
  'refused-text':
    'L’animateur·rice n’a pas ouvert la porte cette fois. Si c’est une erreur, écrivez-lui : un clic suffit pour vous faire entrer.',
  'deleted-title': 'Cette séance a été supprimée.',
  'deleted-text':
    'L’animateur·rice l’a supprimée, avec tout ce qui y est écrit. Si c’est une erreur, écrivez-lui : pendant sept jours, tout peut revenir.',
  'revoked-title': 'Cet accès a pris fin.',
  'revoked-text':
    'Un lien plus récent l’a remplacé, ou cet appareil a été déconnecté. Utilisez le lien le plus récent, ou demandez-en un.',
  'left-title': 'Vous avez quitté la séance sur cet appareil.',
  'left-text':
    'Rien de cette séance n’y est plus gardé. Ce que vous y avez envoyé reste dans la séance ; vos autres appareils y restent aussi.',
  'erased-title': 'Vos données de cette séance sont effacées.',
  'erased-text':
    'Votre nom, vos textes et vos liens n’y sont plus. Ce que les autres ont écrit reste ; vous pouvez entrer de nouveau, comme une nouvelle personne.',
  'ended-title': 'La séance est terminée.',
  'ended-text': '{{title}} : merci aux personnes qui y ont pris part.',
  'version-title': 'Escale vient d’être mis à jour.',
  'version-text': 'Rechargez la page pour continuer ; vous retrouverez votre place.',
  'too-many-title': 'Cette séance est ouverte trop de fois.',
  'too-many-text':
    'Vous l’avez ouverte dans beaucoup d’onglets ou d’appareils, et celui-ci a laissé sa place au plus récent. Fermez-en, puis réessayez.',
  'not-allowed-title': 'Ce lien n’ouvre pas cette page.',
  'not-allowed-text':
    'Il est peut-être incomplet, ou fait pour une autre page. Demandez-en un à l’animateur·rice.',
  'unknown-address-title': 'Ce serveur ne connaît pas cette adresse.',
  'unknown-address-text':
    'Ce serveur est appelé par une adresse qu’il ne connaît pas, et par prudence n’accepte rien de cette page. Prévenez la personne qui l’héberge : elle doit donner l’adresse publique dans ESCALE_PUBLIC_URL.',
  knocking: 'Gardez cette page ouverte : vous entrerez dès que c’est possible.',
  retry: 'Réessayer',
  'enter-again': 'Entrer à nouveau',
  reload: 'Recharger la page',
  'by-code': 'Entrer avec un code',
  harvest: 'Lire la récolte',
} as const

const en = {
  'unknown-title': 'This session does not exist, or no longer does.',
  'unknown-text': 'The link may be incomplete. Ask the facilitator for it again, or join with the code.',
  'locked-title': 'The door is closed.',
  'locked-text': '{{title}} is not taking anyone new for now. The facilitator can open the door again.',
  'full-title': 'The session is full.',
  'full-text': '{{title}} has as many people as planned. Tell the facilitator.',
  'removed-title': 'You are no longer in this session.',
  'removed-text':
    'The facilitator removed you. If that is a mistake, write to them: one click lets you back in.',
  'refused-title': 'You were not let in.',
  'refused-text':
    'The facilitator did not open the door this time. If that is a mistake, write to them: one click lets you in.',
  'deleted-title': 'This session was deleted.',
  'deleted-text':
    'The facilitator deleted it, with all that is written in it. If that is a mistake, write to them: for seven days everything can come back.',
  'revoked-title': 'This access has ended.',
  'revoked-text':
    'A newer link has replaced it, or this device was disconnected. Use the latest link, or ask for one.',
  'left-title': 'You have left the session on this device.',
  'left-text':
    'Nothing of this session is kept here any more. What you sent stays in the session, and so do your other devices.',
  'erased-title': 'Your data from this session has been erased.',
  'erased-text':
    'Your name, your texts and your links are gone. What others wrote stays; you can join again, as a new person.',
  'ended-title': 'The session is over.',
  'ended-text': '{{title}}: thank you to everyone who took part.',
  'version-title': 'Escale has just been updated.',
  'version-text': 'Reload the page to go on; you will find your place again.',
  'too-many-title': 'You have this session open too many times.',
  'too-many-text':
    'You have opened it in many tabs or devices, and this one made way for the newest. Close some, then try again.',
  'not-allowed-title': 'This link does not open this page.',
  'not-allowed-text': 'It may be incomplete, or meant for another page. Ask the facilitator for one.',
  'unknown-address-title': 'This server does not know this address.',
  'unknown-address-text':
    'This server is called by an address that it does not know, and to be safe takes nothing from this page. Tell whoever hosts it: the public address must be given in ESCALE_PUBLIC_URL.',
  knocking: 'Keep this page open: you will come in as soon as you can.',
  retry: 'Try again',
  'enter-again': 'Join again',
  reload: 'Reload the page',
  'by-code': 'Join with a code',
  harvest: 'Read the harvest',
}

export const useClosedTexts = createTexts('closed', { fr, en })

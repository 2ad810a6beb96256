/** Every refusal of the closed list, in words that say what to do. A code without words does not compile. */
import type { Refusal } from '@escale/shared'
import { createTexts } from './create-texts.ts'

const fr = {
  already: 'C’est déjà fait.',
  busy: 'Le serveur est très occupé. Recommencez dans un instant.',
  closed: 'C’est fermé : cette étape ne reçoit plus rien.',
  deleted: 'Cette séance a été supprimée.',
  ended: 'La séance est terminée.',
  expired: 'La connexion était coupée : rien n’a été fait.',
  full: 'La séance est complète.',
  invalid: 'Ce n’est pas une saisie valable.',
  locked: 'La porte est fermée.',
  'no-space': 'Il n’y a plus de place pour cela ; ce qui est là est gardé. Dites-le à l’animation.',
  'not-allowed': 'Vous n’avez pas le droit de faire cela.',
  'not-now': 'Ce n’est pas le moment.',
  'nothing-to-undo': 'Il n’y a rien à défaire.',
  'rate-limited': 'C’est un peu rapide. Attendez quelques secondes et recommencez.',
  removed: 'Vous avez été retiré·e de cette séance.',
  stale: 'Cela a changé entre-temps. Regardez, puis recommencez.',
  storage: 'L’enregistrement a échoué ; rien n’a changé. Recommencez.',
  'too-large': 'C’est trop volumineux.',
  'too-many': 'Il y en a trop.',
  'unknown-activity': 'Cette séquence n’existe plus.',
  'unknown-address': 'Ce serveur ne connaît pas cette adresse. Prévenez qui l’héberge.',
  'unknown-code': 'Aucune séance ne répond à ce code.',
  'unknown-kind': 'Ce type de séquence n’est pas connu ici.',
  'unknown-person': 'Cette personne n’est plus dans la séance.',
  'unknown-session': 'Cette séance n’existe pas ou n’existe plus.',
  'unknown-version': 'Ce fichier vient d’une version plus récente d’Escale.',
} as const satisfies Record<Refusal, string>

const en = {
  already: 'That is already done.',
  busy: 'The server is very busy. Try again in a moment.',
  closed: 'This step is closed: it takes nothing more.',
  deleted: 'This session was deleted.',
  ended: 'The session is over.',
  expired: 'The connection was cut: nothing was done.',
  full: 'The session is full.',
  invalid: 'That is not valid input.',
  locked: 'The door is closed.',
  'no-space': 'There is no room left for that; what is there is kept. Tell the facilitators.',
  'not-allowed': 'You can’t do that here.',
  'not-now': 'Not right now.',
  'nothing-to-undo': 'There is nothing to undo.',
  'rate-limited': 'That was a little fast. Wait a few seconds and try again.',
  removed: 'You have been removed from this session.',
  stale: 'It has changed in the meantime. Have a look, then try again.',
  storage: 'It could not be saved; nothing has changed. Try again.',
  'too-large': 'That is too large.',
  'too-many': 'That is too many.',
  'unknown-activity': 'This activity is no longer there.',
  'unknown-address': 'This server does not know this address. Tell whoever hosts it.',
  'unknown-code': 'No session has this code.',
  'unknown-kind': 'This kind of activity is not known here.',
  'unknown-person': 'This person is no longer in the session.',
  'unknown-session': 'This session does not exist, or no longer does.',
  'unknown-version': 'This file comes from a newer version of Escale.',
} satisfies Record<Refusal, string>

/** `t(outcome.refusal)` */
export const useRefusalTexts = createTexts('refusals', { fr, en })

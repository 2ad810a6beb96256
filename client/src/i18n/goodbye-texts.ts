/** Why the server closed the connection, in words. A reason without words does not compile. */
import type { Goodbye } from '@escale/shared'
import { createTexts } from './create-texts.ts'

const fr = {
  erased: 'Vos données de cette séance sont effacées.',
  deleted: 'La séance a été supprimée par son animateur·rice.',
  removed: 'Vous avez été retiré·e de cette séance.',
  revoked: 'Cet accès a pris fin.',
  left: 'Vous avez quitté la séance sur cet appareil.',
  restarting: 'Le serveur redémarre ; la séance reprend dans un instant.',
  'too-slow': 'La connexion est trop lente ; nouvel essai dans un instant.',
  'not-allowed': 'Ce lien ne donne pas accès à cette page.',
  'unknown-session': 'Cette séance n’existe pas ou n’existe plus.',
  'rate-limited': 'Trop de messages d’un coup ; nouvel essai dans un instant.',
  busy: 'Il y a trop de monde pour ce serveur ; nouvel essai dans un instant.',
  'too-many':
    'Cette séance est ouverte dans trop d’onglets ou d’appareils. Fermez-en, puis rechargez cette page.',
  version: 'Escale a été mis à jour ; rechargez la page.',
} as const satisfies Record<Goodbye, string>

const en = {
  erased: 'Your data from this session has been erased.',
  deleted: 'The session was deleted by its facilitator.',
  removed: 'You have been removed from this session.',
  revoked: 'This access has ended.',
  left: 'You have left the session on this device.',
  restarting: 'The server is restarting; the session goes on in a moment.',
  'too-slow': 'The connection is too slow; trying again in a moment.',
  'not-allowed': 'This link does not give access to this page.',
  'unknown-session': 'This session does not exist, or no longer does.',
  'rate-limited': 'Too many messages at once; trying again in a moment.',
  busy: 'There are too many people for this server; trying again in a moment.',
  'too-many': 'This session is open in too many tabs or devices. Close some, then reload this page.',
  version: 'Escale has been updated; reload the page.',
} satisfies Record<Goodbye, string>

export const useGoodbyeTexts = createTexts('goodbyes', { fr, en })

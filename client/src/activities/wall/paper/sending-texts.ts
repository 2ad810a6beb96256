import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  title: 'Images en route',
  sending: 'Envoi de l’image',
  waiting: 'Pas de réseau : l’image partira dès qu’il revient. Elle est gardée sur cet appareil.',
  slower: 'Beaucoup d’images arrivent en même temps : nouvel essai dans un instant.',
  'not-now': 'Ce mur ne prend pas d’image en ce moment. Elle est gardée sur cet appareil.',
  'too-large': 'Cette image est trop lourde.',
  'too-many': 'La séance a atteint sa limite d’images.',
  invalid: 'Ce fichier n’est pas une image que le serveur sait lire.',
  gone: 'Le post-it qui devait recevoir cette image n’est plus là.',
  again: 'Réessayer',
  without: 'Coller sans l’image',
  drop: 'Abandonner l’image',
  sent: 'Image envoyée.',
} as const

const en = {
  title: 'Pictures on their way',
  sending: 'Sending the picture',
  waiting: 'No network: the picture will leave as soon as it is back. It is kept on this device.',
  slower: 'Many pictures are arriving at once: another try in a moment.',
  'not-now': 'This wall takes no picture right now. It is kept on this device.',
  'too-large': 'This picture is too large.',
  'too-many': 'The session has reached its limit of pictures.',
  invalid: 'This file is no picture that the server can read.',
  gone: 'The note that was to have this picture is no longer there.',
  again: 'Try again',
  without: 'Post without the picture',
  drop: 'Give the picture up',
  sent: 'Picture sent.',
} as const

export const useSendingTexts = createTexts('wall-paper-sending', { fr, en })

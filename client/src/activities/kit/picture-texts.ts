import { createTexts } from '../../i18n/create-texts.ts'

const fr = {
  hint: 'PNG, JPEG, WebP ou GIF, {{max}} Mo au plus. Elle est conservée sur ce serveur.',
  uploading: 'Envoi de l’image : {{percent}} %',
  done: 'L’image est ajoutée.',
  cancel: 'Annuler l’envoi',
  unreachable: 'Le serveur n’a pas répondu. L’image n’est pas envoyée ; recommencez.',
  invalid: 'Ce fichier n’est pas une image que nous savons lire. Essayez un PNG ou un JPEG.',
  'too-large': 'Cette image dépasse {{max}} Mo. Réduisez-la, puis recommencez.',
} as const

const en = {
  hint: 'PNG, JPEG, WebP or GIF, {{max}} MB at most. It is kept on this server.',
  uploading: 'Sending the picture: {{percent}}%',
  done: 'The picture is there.',
  cancel: 'Cancel',
  unreachable: 'The server did not answer. The picture was not sent; please try again.',
  invalid: 'That file is not a picture we can read. Try a PNG or a JPEG.',
  'too-large': 'That picture is larger than {{max}} MB. Make it smaller and try again.',
}

export const usePictureTexts = createTexts('picture-upload', { fr, en })

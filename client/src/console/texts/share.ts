import { createTexts } from '../../i18n/create-texts.ts'

const fr = {
  share: 'Inviter et partager',
  participants: 'Participant·es',
  participantsHint: 'À coller dans le mail ou la discussion de la visio.',
  link: 'Lien',
  code: 'Code',
  codeHint: 'À taper sur la page d’accueil de {{host}}',
  qr: 'Code QR du lien des participant·es',
  bigQr: 'Agrandir le code QR',
  screen: 'Écran de la salle',
  screenHint: 'À ouvrir sur l’ordinateur relié au vidéoprojecteur, ou dans l’onglet que vous partagez.',
  makeScreen: 'Créer un lien d’écran',
  cofacilitators: 'Co-animation',
  cofacilitatorsHint: 'Un lien par personne : il ouvre cette même console. Le lien n’est montré qu’une fois.',
  cofacilitatorName: 'Prénom de la personne',
  makeCofacilitator: 'Créer son lien',
  linkFor: 'Lien de {{name}}',
  own: 'Votre lien d’animation',
  ownHint:
    'Il donne tous les droits sur la séance : gardez-le pour vous, par exemple dans un gestionnaire de mots de passe.',
  showOwn: 'Montrer mon lien',
  hideOwn: 'Masquer',
  ownUnknown: 'Cet onglet ne l’a plus.',
  ownRenewWhy:
    'Le serveur n’en garde qu’une empreinte. Vous pouvez en créer un nouveau : l’ancien ne marchera plus.',
  ownRenew: 'Créer un nouveau lien',
  open: 'Ouvrir',
  close: 'Fermer',
  newTab: '(nouvel onglet)',
}

const en = {
  share: 'Invite and share',
  participants: 'Participants',
  participantsHint: 'Paste it into your email or the chat of the video meeting.',
  link: 'Link',
  code: 'Code',
  codeHint: 'Typed on the home page of {{host}}',
  qr: 'QR code of the participants’ link',
  bigQr: 'Enlarge the QR code',
  screen: 'Room screen',
  screenHint: 'Open it on the computer connected to the projector, or in the tab you share.',
  makeScreen: 'Create a screen link',
  cofacilitators: 'Co-facilitators',
  cofacilitatorsHint: 'One link each: it opens this same console. The link is shown only once.',
  cofacilitatorName: 'The person’s first name',
  makeCofacilitator: 'Create their link',
  linkFor: 'Link for {{name}}',
  own: 'Your facilitator link',
  ownHint: 'It gives full control of the session: keep it to yourself, for instance in a password manager.',
  showOwn: 'Show my link',
  hideOwn: 'Hide',
  ownUnknown: 'This tab no longer has it.',
  ownRenewWhy:
    'The server keeps only a fingerprint of it. You can create a new one: the old one will stop working.',
  ownRenew: 'Create a new link',
  open: 'Open',
  close: 'Close',
  newTab: '(new tab)',
}

export const useShareTexts = createTexts('console-share', { fr, en })

import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  headline: 'Des ateliers en ligne où chaque voix compte.',
  lead: 'Escale accompagne vos ateliers à distance : le déroulé, le mur, les écrits, les sous-groupes, la récolte. Un lien, un prénom, rien à installer.',
  'join-title': 'Rejoindre une séance',
  'code-label': 'Votre code',
  'code-hint': '8 lettres et chiffres, donnés par l’animateur·rice.',
  'code-example': 'ABCD-EFGH',
  'code-incomplete': 'Un code a 8 lettres et chiffres, comme ABCD-EFGH. Vérifiez-le.',
  join: 'Rejoindre',
  unreachable: 'Le serveur ne répond pas. Vérifiez votre connexion, puis recommencez.',
  'create-title': 'Animer un atelier',
  'create-lead': 'La séance est créée tout de suite ; vous préparez ensuite son déroulé à votre rythme.',
  'your-name': 'Votre prénom ou pseudonyme',
  'your-name-hint': 'Montré aux personnes de la séance. Vous pourrez le changer dans la console.',
  activities_one: '{{count}} séquence',
  activities_other: '{{count}} séquences',
  blank: 'Partir d’une page blanche',
  'blank-text': 'Un déroulé vide, à composer.',
  file: 'Ouvrir un fichier d’atelier',
  'file-text': 'Un fichier exporté depuis Escale (.json), images comprises.',
  'file-unreadable': 'Ce fichier n’est pas un atelier d’Escale.',
  'file-too-large': 'Ce fichier est trop gros pour être un atelier d’Escale.',
  'pictures-missing_one':
    'La séance est créée, mais {{count}} image manque dans le fichier ou n’a pas pu être lue. Tout le reste est là ; vous pourrez remettre l’image dans le déroulé.',
  'pictures-missing_many':
    'La séance est créée, mais {{count}} images manquent dans le fichier ou n’ont pas pu être lues. Tout le reste est là ; vous pourrez remettre les images dans le déroulé.',
  'pictures-missing_other':
    'La séance est créée, mais {{count}} images manquent dans le fichier ou n’ont pas pu être lues. Tout le reste est là ; vous pourrez remettre les images dans le déroulé.',
  'open-console': 'Ouvrir la console',
  'templates-missing': 'Les modèles n’ont pas pu être chargés.',
  retry: 'Réessayer',
  'demo-title': 'Pas encore décidé·e ?',
  'demo-text':
    'Entrez dans une séance ouverte, avec 24 participant·es simulé·es qui écrivent et prennent la parole.',
  demo: 'Voir une démonstration',
  'demo-too-many':
    'Plusieurs démonstrations sont déjà ouvertes depuis ce réseau. Fermez-en une, ou réessayez dans une minute.',
  'demo-busy': 'Beaucoup de démonstrations sont ouvertes en ce moment. Réessayez dans quelques minutes.',
  footer: 'Logiciel libre, hébergé ici. Aucune donnée ne part vers un autre site.',
  language: 'Langue',
  source: 'Code source',
  'source-title': 'Escale est un logiciel libre',
  'source-licence':
    'Sa licence est la GNU AGPL, version 3 ou ultérieure : chacun·e peut l’utiliser, l’étudier, le modifier et le partager. Qui propose Escale sur un serveur doit en donner le code source, modifications comprises, aux personnes qui s’en servent.',
  'source-at': 'Le code source de ce serveur se trouve ici :',
  'source-ask':
    'Demandez le code source à la personne ou à l’organisme qui vous propose ce serveur : c’est à lui de vous le donner, sans frais.',
  'source-back': 'Aller à l’accueil',
  accessibility: 'Accessibilité',
  'accessibility-state': 'Accessibilité : non conforme',
} as const

const en = {
  headline: 'Online workshops where every voice counts.',
  lead: 'Escale holds your online workshops together: the plan, the wall, the writing, the break-out groups, the harvest. A link, a first name, nothing to install.',
  'join-title': 'Join a session',
  'code-label': 'Your code',
  'code-hint': '8 letters and digits, given by the facilitator.',
  'code-example': 'ABCD-EFGH',
  'code-incomplete': 'A code has 8 letters and digits, like ABCD-EFGH. Please check it.',
  join: 'Join',
  unreachable: 'The server does not answer. Check your connection, then try again.',
  'create-title': 'Run a workshop',
  'create-lead': 'The session is created at once; you then prepare its plan at your own pace.',
  'your-name': 'Your first name or a pseudonym',
  'your-name-hint': 'Shown to the people in the session. You can change it in the console.',
  activities_one: '{{count}} activity',
  activities_other: '{{count}} activities',
  blank: 'Start from a blank page',
  'blank-text': 'An empty plan, to fill in.',
  file: 'Open a workshop file',
  'file-text': 'A file exported from Escale (.json), pictures included.',
  'file-unreadable': 'This file is not an Escale workshop.',
  'file-too-large': 'This file is too large to be an Escale workshop.',
  'pictures-missing_one':
    'The session is created, but {{count}} picture is missing from the file or could not be read. Everything else is there; you can put the picture back in the plan.',
  'pictures-missing_many':
    'The session is created, but {{count}} pictures are missing from the file or could not be read. Everything else is there; you can put them back in the plan.',
  'pictures-missing_other':
    'The session is created, but {{count}} pictures are missing from the file or could not be read. Everything else is there; you can put them back in the plan.',
  'open-console': 'Open the console',
  'templates-missing': 'The templates could not be loaded.',
  retry: 'Try again',
  'demo-title': 'Still deciding?',
  'demo-text': 'Step into a running session, with 24 simulated participants who write and take their turns.',
  demo: 'See a demonstration',
  'demo-too-many':
    'Several demonstrations are already open from this network. Close one, or try again in a minute.',
  'demo-busy': 'Many demonstrations are open right now. Try again in a few minutes.',
  footer: 'Free software, hosted here. No data goes to any other site.',
  language: 'Language',
  source: 'Source code',
  'source-title': 'Escale is free software',
  'source-licence':
    'Its licence is the GNU AGPL, version 3 or later: everybody may use, study, change and share it. Whoever offers Escale on a server must give its source, changes included, to the people who use it.',
  'source-at': 'The source of this server is here:',
  'source-ask':
    'Ask the person or the organisation that offers you this server for its source: they must give it to you, free of charge.',
  'source-back': 'Go to the home page',
  accessibility: 'Accessibility',
  'accessibility-state': 'Accessibility: not compliant',
}

export const useHomeTexts = createTexts('home', { fr, en })

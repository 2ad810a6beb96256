import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  title: 'Accessibilité',
  state:
    'État de conformité : non conforme. Escale n’a pas encore été auditée selon le RGAA (référentiel général d’amélioration de l’accessibilité) ; la loi range alors le service parmi les non conformes.',
  'made-title': 'Ce qui est fait',
  made: 'Tout se fait au clavier. Ce qui change est dit aux lecteurs d’écran. Les déplacements par glisser ont un autre chemin. Le choix d’un mouvement réduit et celui du clair ou du sombre sont respectés. Des contrôles automatiques (axe) et des parcours au clavier sont passés à chaque version.',
  'left-title': 'Ce que nous savons ne pas avoir fait',
  left: 'Aucune personne qui se sert d’un lecteur d’écran tous les jours ne l’a encore essayée pour nous. Les contrastes forcés et l’agrandissement à 400 % n’ont pas été revus écran par écran. Les images des murs (PNG, SVG) ne se lisent pas : la récolte en Markdown, en HTML ou en tableur dit la même chose en texte.',
  'help-title': 'Un obstacle ?',
  help: 'Dites-le à la personne ou à l’organisme qui vous propose ce service : c’est à lui de vous répondre, et de vous donner autrement ce que vous n’avez pas pu lire ou faire.',
  'help-at':
    'Écrivez à {{contact}} : dites ce que vous n’avez pas pu lire ou faire, et cela vous sera donné autrement.',
  'appeal-title': 'Sans réponse satisfaisante',
  appeal:
    'En France, vous pouvez saisir le Défenseur des droits : par son formulaire en ligne, auprès de ses délégué·es, ou par courrier, sans timbre (Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07).',
  form: 'Formulaire du Défenseur des droits',
  back: 'Aller à l’accueil',
} as const

const en = {
  title: 'Accessibility',
  state:
    'State of compliance: not compliant. Escale has not yet been audited against the RGAA, the French accessibility standard, and the law then counts the service as not compliant.',
  'made-title': 'What has been done',
  made: 'Everything can be done with the keyboard. What changes is told to screen readers. Moves by dragging have another way. The wish for less motion and for light or dark is respected. Automatic checks (axe) and journeys by keyboard are run for each version.',
  'left-title': 'What we know is not done',
  left: 'Nobody who uses a screen reader every day has tried it for us yet. Forced colours and 400% zoom have not been gone through screen by screen. The pictures of walls (PNG, SVG) cannot be read aloud: the harvest as Markdown, HTML or a spreadsheet says the same in text.',
  'help-title': 'Something in your way?',
  help: 'Tell the person or the organisation that offers you this service: it is for them to answer, and to give you in another form what you could not read or do.',
  'help-at':
    'Write to {{contact}}: say what you could not read or do, and it will be given to you in another form.',
  'appeal-title': 'If the answer does not help',
  appeal:
    'In France you can turn to the Défenseur des droits: by its online form, through its delegates, or by post without a stamp (Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07).',
  form: 'Form of the Défenseur des droits',
  back: 'Go to the home page',
} satisfies Record<keyof typeof fr, string>

export const useAccessibilityTexts = createTexts('accessibility', { fr, en })

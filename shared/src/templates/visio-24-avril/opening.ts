/** Steps 1 to 8: welcome, the démarche, the intentions, the allies, the chronicles. */
import { PLAIN_WALL } from '../../activities/wall/definition.ts'
import type { Activity } from '../../plan/workshop.ts'

export const opening: readonly Activity[] = [
  {
    id: 'accueil',
    kind: 'slide',
    title: 'Visio du 24 avril – Partage de la démarche et co-construction de l’après « ensemble »',
    instructions: 'Bienvenue. Installez-vous, présentez-vous d’un mot : prénom, organisation, territoire.',
    privateNote: '',
    durationMs: 300000,
    durationProposed: true,
    definition: { body: '', quotes: [], picture: null, links: [], video: null },
  },
  {
    id: 'demarche',
    kind: 'slide',
    title: 'La démarche et ses finalités',
    instructions: '',
    privateNote: '',
    durationMs: 600000,
    durationProposed: true,
    definition: {
      body: '- Vers des communautés apprenantes et restauratrices de liens\n- Co-construire les savoirs agir collectifs et individuels et les formations adaptées\n- Dans et pour l’action de réinvention du service public territorial et de la démocratie locale\n- Méthodes et postures de l’intelligence collective : les causes systémiques au-delà des symptômes\n- Pour des territoires apprenants et des acteurs en capacitation\n- Agir sur les 3 ruptures : sociétale, écologique, sociale, de soi avec soi – Otto Scharmer, Théorie U\n- Sortir d’une approche transversale des défis sociétaux pour une approche systémique\n- Passer d’une logique d’intention à une logique d’attention à ce qui se passe pendant la crise : « Écouter, écouter, écouter »\n- Communauté ouverte CNFPT – collectivités – partenaires – innovation sociale\n- Espace d’engagement, d’autorisation. En bien commun',
      quotes: [
        {
          text: 'Si on ne profite pas de cette situation incroyable pour changer, ce serait gâcher une crise',
          author: 'cf. Bruno Latour',
          url: 'https://youtu.be/KtmmfWZb8Ww',
        },
        {
          text: 'La vraie compassion, ce n’est pas jeter une pièce à un mendiant ; c’est comprendre la nécessité de restructurer l’édifice même qui produit des mendiants.',
          author: 'Martin Luther King',
          url: '',
        },
      ],
      picture: null,
      links: [],
      video: {
        label: 'Voir la vidéo d’Otto Scharmer',
        url: 'https://www.youtube.com/watch?v=gF8wV9OlUHc&feature=youtu.be',
      },
    },
  },
  {
    id: 'wiki-et-groupes',
    kind: 'slide',
    title: 'Le wiki ouvert et les groupes de travail',
    instructions: '',
    privateNote: '',
    durationMs: 300000,
    durationProposed: true,
    definition: {
      body: '- Un site wiki ouvert « Riposte créative territoriale – Apprendre ensemble de la-des crises »\n- Des groupes de travail qui se créent sur la base des envies et des besoins et d’une place des échanges',
      quotes: [],
      picture: null,
      links: [
        { label: 'Wiki', url: 'https://ripostecreativeterritoriale.xyz/?PagePrincipale' },
        { label: 'Groupes de travail', url: 'https://ripostecreativeterritoriale.xyz/?GroupesTravail' },
      ],
      video: null,
    },
  },
  {
    id: 'mur-intentions',
    kind: 'wall',
    title:
      'Les collaborathons : pour réinventer un après autrement et ensemble dans les territoires, dans les organisations',
    instructions: '',
    privateNote:
      'Le 24 avril, ce mur a été présenté : il avait été rempli lors de la réunion du 10 avril. Pour le faire vivre, laissez chacun·e écrire ses intentions, sans nom, puis lisez-en quelques-unes à voix haute.',
    durationMs: 480000,
    durationProposed: true,
    definition: {
      ...PLAIN_WALL,
      prompt:
        'Construction d’une vision partagée pour ces coopérathons : quelles intentions, quels impacts souhaités ?',
      identity: 'anonymous',
    },
  },
  {
    id: 'allies',
    kind: 'slide',
    title: 'Les alliés – Se relier à d’autres initiatives similaires – quelques acteurs',
    instructions: '',
    privateNote: '',
    durationMs: 300000,
    durationProposed: true,
    definition: {
      body: '- **French Impact** : 2 programmes pionniers pour développer l’ESS\n- **Institut des territoires coopératifs** : Cycle de webinaires sur « La coopération, levier de résilience »\n- **Ouishare** : Accompagner à la médiation, animer des processus et de manière décentralisée (plusieurs langues/plusieurs fuseaux horaires) et travail sur la (re)dynamisation des territoires\n- **SOL France** : Les entreprises s’intéressent aux territoires apprenants. Le cercle « territoires apprenants » va organiser une journée pour s’interroger sur la façon dont les organisations tentent de répondre aux enjeux et comment la coopération entre les acteurs des territoires permet de répondre à ces défis.\n- **CEREMA** : Travail autour de la résilience des territoires et de l’adaptation pour bâtir une stratégie de résilience (communauté apprenante de sociale écologie). Lien avec l’Unadel avec les jeudis du confinement local qui proposent des actions également. Un espace ressource du CERDD pour une communauté apprenante de « territoires participatifs » ; site DREAL BFC Coopération Transition pour relier initiatives citoyennes et territoriales au service de la transition sociale-écologique et démocratique ; étude Deqlic sur les initiatives citoyennes de transition (en ligne sur le site Cerema) ; Fabrique des transitions, etc.\n- **Le Rameau** : Faire alliance dans les territoires\n- **Colibris**\n- **Démocratie Ouverte**',
      quotes: [],
      picture: null,
      links: [
        { label: 'French Impact', url: 'https://www.le-frenchimpact.fr/nos-programmes/territoires' },
        { label: 'French Impact', url: 'https://www.le-frenchimpact.fr/nos-actualites/entraide' },
        {
          label: 'Institut des territoires coopératifs',
          url: 'https://instercoop.fr/webinaires-la-cooperation-levier-de-developpement/',
        },
        { label: 'Ouishare', url: 'https://www.ouishare.net/' },
        { label: 'SOL France', url: 'http://www.solfrance.org' },
        { label: 'Le Rameau', url: 'http://www.lerameau.fr/' },
      ],
      video: null,
    },
  },
  {
    id: 'engagements',
    kind: 'slide',
    title: 'Qui nous sommes – Nos engagements',
    instructions: '',
    privateNote:
      'Dans le support d’origine, ces diapositives sont des images sans texte : ajoutez ici votre image ou dites vos engagements à voix haute.',
    durationMs: 180000,
    durationProposed: true,
    definition: {
      body: 'Qui nous sommes, et ce à quoi nous nous engageons.',
      quotes: [],
      picture: null,
      links: [],
      video: null,
    },
  },
  {
    id: 'escales',
    kind: 'slide',
    title: 'Des collaborathons – trans-formation – ré-invention',
    instructions: '',
    privateNote: '',
    durationMs: 300000,
    durationProposed: true,
    definition: {
      body: '- Un chemin par escales « agiles » et collaboratives s’inspirant de l’esprit et du processus de transformation profonde de la Théorie U',
      quotes: [],
      picture: null,
      links: [],
      video: null,
    },
  },
  {
    id: 'chroniques',
    kind: 'slide',
    title: 'La démarche des chroniques d’étonnement',
    instructions: '',
    privateNote: '',
    durationMs: 420000,
    durationProposed: true,
    definition: {
      body: '- Département de Gironde, pour recueillir les graines de la résilience pour l’après et prendre soin de chacun\n- 15 min, la même personne chaque semaine de confinement\n- À vivre pour se relier à soi\n- La suite : constituer des équipes de deux dans notre groupe de 200\n\n### Le questionnement\n\n1. Quelle est ton émotion du jour ?\n1. Qu’est-ce qui t’étonne depuis le début du confinement ?\n1. Depuis le début du confinement, à titre personnel :\n   - Que souhaiteriez-vous garder (pour après) ?\n   - Qu’est-ce que vous voudriez arrêter ? transformer ?\n   - Est-ce que vous avez appris de nouvelles choses ?\n   - Qu’est-ce que ça change dans vos relations personnelles ?\n1. Depuis le début du confinement, à titre collectif (dans la famille, le groupe, l’organisation, dans le panel, dans le réseau, dans le territoire...) :\n   - Que souhaiteriez-vous garder (pour après) ?\n   - Qu’est-ce que vous voudriez arrêter ? transformer ?\n   - Est-ce que vous avez appris de nouvelles choses ?\n   - Qu’est-ce que cela change/réinvente dans nos relations, dans l’organisation collective ?',
      quotes: [],
      picture: null,
      links: [
        {
          label: 'Dropbox partagée en commun avec les fiches explicatives (Département de la Gironde)',
          url: 'https://box.gironde.fr/owncloud/index.php/s/J1e3QOCsBfMeUde',
        },
      ],
      video: null,
    },
  },
]

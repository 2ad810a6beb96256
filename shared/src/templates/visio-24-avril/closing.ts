/** Steps 15 to 17: who feels like it, tools, pictures. */
import type { Activity } from '../../plan/workshop.ts'

export const closing: readonly Activity[] = [
  {
    id: 'suites',
    kind: 'slide',
    title: 'Et les suites : qui a envie de ?',
    instructions: '',
    privateNote: '',
    durationMs: 420000,
    durationProposed: true,
    definition: {
      body: '- Initier et participer à des cercles de co-développement entre pairs\n- Initier et participer à des cercles d’accélérateur de projet\n- Tester en avant-première la première escale du chemin Trans-formations et participer à l’alimenter\n- Renforcer une communauté dans un territoire\n- Constituer un espace de communauté de soutien dans un territoire, ou s’en emparer pour sa communauté\n- Proposer un sujet sur la place des échanges pour en faire un groupe de travail\n- Des méthodes à proposer en biens communs comme collectivité école\n- Initier des connecteurs recherche dans son territoire en lien avec des collaborathons – transformation',
      quotes: [],
      picture: null,
      links: [
        {
          label: 'Proposer un sujet sur la place des échanges pour en faire un groupe de travail',
          url: 'https://ripostecreativeterritoriale.xyz/?GroupesTravail',
        },
      ],
      video: null,
    },
  },
  {
    id: 'outils',
    kind: 'slide',
    title: 'Outils collaboratifs en commun « Riposte créative territoriale » et coopérathons',
    instructions: '',
    privateNote: '',
    durationMs: 120000,
    durationProposed: true,
    definition: {
      body: '- Une plateforme WIKI\n- Un FramaTeam\n- Un groupe LinkedIn « Riposte créative - Université innovation publique collaborative »\n- Un fil Twitter\n- Une carte des collaborathons et alliés *(à construire)*\n- Un espace ressources méthodo *(à construire)*\n- Un outil collaboratif projet partagé « commun » *(à construire)*\n- Un espace collaboratif en articulation avec le wiki RCT *(à construire)*',
      quotes: [],
      picture: null,
      links: [
        { label: 'YesWiki', url: 'https://ripostecreativeterritoriale.xyz/' },
        { label: 'Mattermost', url: 'https://framateam.org/ripostecreative/channels/town-square' },
        { label: 'LinkedIn', url: 'https://www.linkedin.com/groups/8812403/' },
        { label: 'Kanboard', url: 'https://framaboard.org/' },
      ],
      video: null,
    },
  },
  {
    id: 'visuels-et-cloture',
    kind: 'slide',
    title: 'Visuels de Riposte créative Territoriale réalisés pendant la réunion du 24/04',
    instructions: '',
    privateNote: '',
    durationMs: 180000,
    durationProposed: true,
    definition: {
      body: '- Visuel de Riposte créative Territoriale – Elicec\n- Visuels de Riposte créative Territoriale – Ma-Galix',
      quotes: [],
      picture: null,
      links: [],
      video: null,
    },
  },
]

import type { Reference } from './reference.testkit.ts'

/** Invented: « Quelle médiathèque voulons-nous ? » Held back: nothing in the method was chosen by looking at it. */
export const LIBRARY: Reference = {
  name: 'library (fr)',
  language: 'fr',
  themes: {
    Horaires: [
      'Ouvrir le dimanche après-midi',
      'Fermer plus tard en période d’examens',
      'Des horaires adaptés à ceux qui travaillent',
      'Une boîte de retour accessible quand c’est fermé',
      'ouverture le lundi svp',
    ],
    'Accueil et équipe': [
      'Un sourire à l’entrée, ça change tout',
      'Des bibliothécaires qui ont le temps de conseiller',
      'Accueillir les nouveaux arrivants avec une visite guidée',
      'Former l’équipe à l’accueil des publics fragiles',
      'Moins de formalités pour s’inscrire',
    ],
    Collections: [
      'Plus de bandes dessinées et de mangas',
      'Renouveler les romans policiers, on les a tous lus',
      'Des livres dans les langues du quartier',
      'Prêter aussi des outils et des instruments de musique',
      'Acheter ce que les lecteurs demandent',
      'Des films documentaires récents',
    ],
    Animations: [
      'Une heure du conte chaque mercredi',
      'Des rencontres avec des auteurs de la région',
      'Ateliers d’écriture pour débutants',
      'Club de lecture entre voisins',
      'Soirées jeux de société',
    ],
    'Calme et espaces': [
      'Un vrai coin silencieux pour travailler',
      'Séparer les enfants bruyants de ceux qui étudient',
      'Des fauteuils confortables près des fenêtres',
      'Plus de tables et de prises électriques',
      'Une salle où l’on a le droit de parler fort',
    ],
    Adolescents: [
      'Un espace pour les ados sans les parents',
      'Des jeux vidéo en libre accès',
      'De l’aide aux devoirs après le collège',
      'Laisser les jeunes choisir la musique',
    ],
    Accessibilité: [
      'Une rampe pour les fauteuils roulants',
      'Livres audio et gros caractères pour les malvoyants',
      'Le portage de livres à domicile pour les personnes âgées',
      'L’ascenseur est en panne depuis des mois !!',
      'Signalétique lisible par tous, avec des pictogrammes',
    ],
    'Faire savoir': [
      'Un agenda affiché dans tout le quartier',
      'Personne ne sait que c’est gratuit : le dire !',
      'Une lettre d’information par mail',
      'Être présents sur le marché et dans les écoles',
    ],
  },
  alone: ['Planter des herbes aromatiques sur le toit', 'Une machine à café'],
}

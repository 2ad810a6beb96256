import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  loading: 'Chargement…',
  'lost-title': 'Il n’y a rien à cette adresse.',
  'lost-text': 'Vérifiez le lien que vous avez reçu, ou rejoignez la séance avec son code.',
  'to-home': 'Aller à l’accueil',
  'broken-title': 'Cette page s’est interrompue.',
  'broken-text': 'Rien de ce qui est enregistré n’est perdu. Rechargez la page pour continuer.',
  'updated-title': 'Escale vient d’être mis à jour.',
  'updated-text':
    'Rechargez la page quand vous le voulez : ce que vous avez écrit est gardé, et vous retrouverez votre place.',
  reload: 'Recharger la page',
  'theme-auto': 'Thème : comme l’appareil',
  'theme-light': 'Thème : clair',
  'theme-dark': 'Thème : sombre',
} as const

const en = {
  loading: 'Loading…',
  'lost-title': 'There is nothing at this address.',
  'lost-text': 'Check the link you were given, or join the session with its code.',
  'to-home': 'Go to the home page',
  'broken-title': 'This page has stopped.',
  'broken-text': 'Nothing that was saved is lost. Reload the page to go on.',
  'updated-title': 'Escale has just been updated.',
  'updated-text':
    'Reload the page when it suits you: what you have written is kept, and you will find your place again.',
  reload: 'Reload the page',
  'theme-auto': 'Theme: as the device',
  'theme-light': 'Theme: light',
  'theme-dark': 'Theme: dark',
}

export const useAppTexts = createTexts('app', { fr, en })

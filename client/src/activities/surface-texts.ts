import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  loading: 'Chargement…',
  'setting-clock': 'Mise à l’heure…',
  failed: 'Cette séquence n’a pas pu s’afficher.',
  'failed-text': 'Rien de ce qui est enregistré n’est perdu. Recharger la page suffit le plus souvent.',
  reload: 'Recharger la page',
  'unknown-kind': 'Cette séquence demande une version plus récente : rechargez la page.',
} as const

const en = {
  loading: 'Loading…',
  'setting-clock': 'Setting the clock…',
  failed: 'This activity could not be shown.',
  'failed-text': 'Nothing that was saved is lost. Most of the time, reloading the page is enough.',
  reload: 'Reload the page',
  'unknown-kind': 'This activity needs a newer version: reload the page.',
}

export const useSurfaceTexts = createTexts('surface', { fr, en })

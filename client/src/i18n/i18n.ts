/** The one i18next instance. Texts arrive through `createTexts`, beside the components that show them. */
import { createInstance } from 'i18next'

export const LANGUAGES = ['fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export const i18n = createInstance()

// Synchronous: nothing is loaded over the network, and the first render must already speak.
void i18n.init({
  lng: 'fr',
  fallbackLng: 'fr',
  supportedLngs: [...LANGUAGES],
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  returnNull: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
})

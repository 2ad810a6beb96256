/** Every address that a page has, as wouter reads them. The crawl (e2e/journeys/crawl.spec.ts) goes to each. */
export const ROUTES = {
  home: '/',
  source: '/source',
  accessibility: '/accessibility',
  participant: '/p/:session',
  console: '/console/:session/*?',
  screen: '/screen/:session',
  harvest: '/harvest/:session',
} as const

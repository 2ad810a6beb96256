/** What the plan's page shows instead of an activity; in its address it opens the page there. */
export const SETTINGS = 'settings'

export const isSettingsAsked = (): boolean => new URLSearchParams(location.search).has(SETTINGS)

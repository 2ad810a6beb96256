/** How far sliders go; values beyond, from a file, are kept and shown. */
export const SIZE_SLIDER_MAX = 20
export const TURN_SLIDER_MAX_MS = 6 * 60_000

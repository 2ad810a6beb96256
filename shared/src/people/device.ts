/** All that is kept of a device: enough to tell one's own from a stranger's, too little to follow anybody. */
export const DEVICE_KINDS = ['computer', 'tablet', 'phone', 'other'] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** Families of browsers: those of one engine and maker count as one. */
export const BROWSER_FAMILIES = ['chrome', 'edge', 'firefox', 'safari', 'other'] as const
export type BrowserFamily = (typeof BROWSER_FAMILIES)[number]

export interface Device {
  readonly kind: DeviceKind
  readonly browser: BrowserFamily
}

const first = <T>(of: readonly (readonly [RegExp, T])[], userAgent: string, otherwise: T): T =>
  of.find(([sign]) => sign.test(userAgent))?.[1] ?? otherwise

/** What a `User-Agent` says of the device; never kept itself. Tablets that ask for pages of a computer count as computers. */
export const deviceOf = (userAgent: string): Device => ({
  kind: first<DeviceKind>(
    [
      [/iPad|Tablet/, 'tablet'],
      [/iPhone|Mobile/, 'phone'],
      [/Android/, 'tablet'],
      [/Windows|Macintosh|Linux|CrOS/, 'computer'],
    ],
    userAgent,
    'other',
  ),
  browser: first<BrowserFamily>(
    [
      [/Edg(e|A|iOS)?\//, 'edge'],
      [/Firefox\/|FxiOS\//, 'firefox'],
      [/Chrome\/|Chromium\/|CriOS\//, 'chrome'],
      [/Safari\//, 'safari'],
    ],
    userAgent,
    'other',
  ),
})

/** Pictures of one moment of a session: every screen at its size, by day in French and by night in English. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from '@playwright/test'
import sharp from 'sharp'
import { introduce } from '../fixtures/participant-page.ts'
import type { People } from '../fixtures/people.ts'

const FOLDER = join(import.meta.dirname, '../test-results/look')
const DOCS = join(import.meta.dirname, '../../docs/pictures')
/** Between two pictures of a sheet, px. */
const GAP = 12
/** Said where a part of the page is still on its way. */
const LOADING = /^(Chargement|Loading)/
const SMALL = { palette: true, quality: 70, effort: 10 } as const
/** What moves has come to rest; on a projector the button for the whole screen has gone, too. */
const SETTLE_MS = { phone: 900, laptop: 900, projector: 3_600 } as const

const SIZES = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  laptop: { viewport: { width: 1366, height: 768 } },
  projector: { viewport: { width: 1920, height: 1080 } },
} satisfies Record<string, BrowserContextOptions>
type Size = keyof typeof SIZES

const LIGHTS = [
  { name: 'day-fr', colorScheme: 'light', locale: 'fr-FR' },
  { name: 'night-en', colorScheme: 'dark', locale: 'en-GB' },
] as const
export type Light = (typeof LIGHTS)[number]

export interface Place {
  readonly session: string
  readonly secret: string
}

/** Brings a page to what is to be seen on it. */
export type Arrange = (page: Page, light: Light) => Promise<unknown>

export interface Looked {
  /** Opens the page and arranges it; absent: this size is not looked at. */
  readonly phone?: Arrange
  readonly laptop?: Arrange
  readonly projector?: Arrange
}

const open: Readonly<Record<Size, (page: Page, place: Place) => Promise<unknown>>> = {
  phone: async (page, { session }) => {
    await page.goto(`/p/${session}`)
    await introduce(page, 'Soizic')
  },
  laptop: (page, { session, secret }) => page.goto(`/console/${session}#${secret}`),
  projector: (page, { session, secret }) => page.goto(`/screen/${session}#${secret}`),
}

/** @param name of the files, followed by size, light and language */
export async function look(people: People, place: Place, name: string, looked: Looked): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  for (const light of LIGHTS)
    for (const size of Object.keys(SIZES) as Size[]) {
      const arrange = looked[size]
      if (arrange === undefined) continue
      const { colorScheme, locale } = light
      const context = await people.browser({ ...SIZES[size], colorScheme, locale, reducedMotion: 'reduce' })
      // A person's own choice counts before the session's language, but on a screen.
      await context.addInitScript(
        (tag) => {
          // A page that is still empty has no storage.
          if (location.protocol !== 'about:') localStorage.setItem('escale.language', tag)
        },
        locale.slice(0, 2),
      )
      const page = await context.newPage()
      await open[size](page, place)
      await page.waitForLoadState('networkidle')
      await page.getByText(LOADING).first().waitFor({ state: 'hidden' })
      await arrange(page, light)
      await page.waitForTimeout(SETTLE_MS[size])
      const file = join(FOLDER, `${name}-${size}-${light.name}.png`)
      await page.screenshot({ path: file })
      await context.close()
    }
}

/** Writes a picture that was taken into the documents, so high, px. */
export const keep = async (file: string, name: string, height: number): Promise<unknown> =>
  sharp(join(FOLDER, `${name}.png`))
    .resize({ height })
    .png(SMALL)
    .toFile(join(DOCS, file))

/** Puts pictures that were taken side by side, a row for each list of names, each so high, into one file of the documents. */
export async function keepSheet(
  file: string,
  rows: readonly (readonly string[])[],
  cellHeight: number,
): Promise<void> {
  let width = 0
  const cells = []
  for (const [row, names] of rows.entries()) {
    let left = GAP
    for (const name of names) {
      const picture = sharp(join(FOLDER, `${name}.png`)).resize({ height: cellHeight })
      const { data, info } = await picture.png().toBuffer({ resolveWithObject: true })
      cells.push({ input: data, left, top: GAP + row * (cellHeight + GAP) })
      left += info.width + GAP
    }
    width = Math.max(width, left)
  }
  const height = GAP + rows.length * (cellHeight + GAP)
  await sharp({ create: { width, height, channels: 3, background: '#b8b1a4' } })
    .composite(cells)
    .png(SMALL)
    .toFile(join(DOCS, file))
}

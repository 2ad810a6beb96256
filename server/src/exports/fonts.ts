/** The typefaces of pictures and pages: real TrueType files of our packages, so that a picture is the same on every machine. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export const FONT_FAMILY = 'Atkinson Hyperlegible Next'

const regular = () =>
  require.resolve(
    '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  )
const bold = () =>
  require.resolve(
    '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  )
const emoji = () => require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf')
const fallback = () => require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')

/** Paths of all that a picture may need. */
export const fontFiles = (): string[] => [regular(), bold(), emoji(), fallback()]

const FACES = [
  [regular, 400],
  [bold, 700],
] as const
let embedded: Promise<string> | undefined

/** CSS with the text's typeface inside it, for files that must look right without any network. */
export function embeddedFonts(): Promise<string> {
  embedded ??= Promise.all(
    FACES.map(async ([file, weight]) => {
      const data = (await readFile(file())).toString('base64')
      return `@font-face{font-family:'${FONT_FAMILY}';font-weight:${weight};src:url(data:font/ttf;base64,${data}) format('truetype')}`
    }),
  ).then((faces) => faces.join('\n'))
  return embedded
}

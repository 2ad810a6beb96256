import { Monitor, Moon, Sun } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useAppTexts } from './texts.ts'
import { chooseTheme, THEMES, useTheme } from './theme.ts'

const ICONS = { auto: Monitor, light: Sun, dark: Moon } as const

/** One button that goes round: as the device, light, dark. */
export function ThemeSwitch() {
  const t = useAppTexts()
  const theme = useTheme()
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto'
  return (
    <Button
      variant="quiet"
      square
      aria-label={t(`theme-${theme}`)}
      title={t(`theme-${theme}`)}
      onClick={() => chooseTheme(next)}
    >
      <Icon of={ICONS[theme]} />
    </Button>
  )
}

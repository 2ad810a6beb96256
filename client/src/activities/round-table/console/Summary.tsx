import { Button } from '../../../ui/Button.tsx'
import css from './Console.module.css'
import { useDeskTexts } from './texts.ts'
import { LOOKS, type Look, lookAt, type Tile } from './tiles.ts'

interface SummaryProps {
  readonly tiles: readonly Tile[]
  readonly look: Look
  readonly onLook: (look: Look) => void
}

/** « 22 groupes · 5 appels · 2 silencieux · 3 en retard »: one line, and each of its parts shows only those. */
export function Summary({ tiles, look, onLook }: SummaryProps) {
  const t = useDeskTexts()
  return (
    <fieldset className={css['looks']} aria-label={t('looks')}>
      {LOOKS.map((one) => {
        const count = lookAt(tiles, one).length
        return (
          <Button
            key={one}
            size="s"
            aria-pressed={look === one}
            // The one that is chosen stays, so that one can leave it.
            disabled={count === 0 && one !== look}
            variant={look === one ? 'primary' : 'secondary'}
            onClick={() => onLook(look === one ? 'all' : one)}
          >
            {t(`look-${one}`, { count })}
          </Button>
        )
      })}
    </fieldset>
  )
}

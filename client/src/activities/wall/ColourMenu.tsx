import { NOTE_COLOURS } from '@escale/shared'
import { classNames } from '../../styles/class-names.ts'
import { Menu } from '../../ui/Menu.tsx'
import css from './ColourMenu.module.css'
import card from './NoteCard.module.css'
import { useWallTexts } from './texts.ts'

interface ColourMenuProps {
  /** What the colour is of, and which it is. */
  readonly label: string
  readonly value: number
  /** Colours that something else has. */
  readonly taken: ReadonlySet<number>
  readonly onChange: (colour: number) => void
}

/** A colour, shown as itself, that opens the others: seen by those who see them, named for all. */
export function ColourMenu({ label, value, taken, onChange }: ColourMenuProps) {
  const t = useWallTexts()
  return (
    <Menu
      variant="secondary"
      square
      align="start"
      label={label}
      items={NOTE_COLOURS.map(({ id }, colour) => ({
        key: id,
        label: t(id),
        icon: <Swatch colour={colour} isChosen={colour === value} />,
        disabled: colour !== value && taken.has(colour),
        onSelect: () => onChange(colour),
      }))}
    >
      <Swatch colour={value} />
    </Menu>
  )
}

const Swatch = ({ colour, isChosen = false }: { readonly colour: number; readonly isChosen?: boolean }) => (
  <span
    aria-hidden="true"
    className={classNames(css['swatch'], card[`paper${colour}`])}
    data-chosen={isChosen || undefined}
  />
)

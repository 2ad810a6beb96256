import { Hand, Maximize, Minus, PenLine, Plus } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import css from './Board.module.css'
import { useBoardTexts } from './texts.ts'

interface BoardToolsProps {
  readonly onZoom: (factor: number) => void
  readonly onFit: () => void
  /** Absent: one may not write here. */
  readonly onWrite?: (() => void) | undefined
  /** Absent: one may move nothing here. */
  readonly picking?: { readonly isOn: boolean; readonly toggle: () => void } | undefined
}

const ZOOM_STEP = 1.5

/** What hands do on the board, as buttons. */
export function BoardTools({ onZoom, onFit, onWrite, picking }: BoardToolsProps) {
  const t = useBoardTexts()
  return (
    <div className={css['tools']} data-board-control>
      {onWrite ? (
        <Button square aria-label={t('write-here')} title={t('write-here')} onClick={onWrite}>
          <Icon of={PenLine} />
        </Button>
      ) : null}
      {picking ? (
        <Button
          square
          aria-label={t('pick-up')}
          title={t('pick-up')}
          aria-pressed={picking.isOn}
          onClick={picking.toggle}
        >
          <Icon of={Hand} />
        </Button>
      ) : null}
      <Button square aria-label={t('zoom-out')} title={t('zoom-out')} onClick={() => onZoom(1 / ZOOM_STEP)}>
        <Icon of={Minus} />
      </Button>
      <Button square aria-label={t('zoom-in')} title={t('zoom-in')} onClick={() => onZoom(ZOOM_STEP)}>
        <Icon of={Plus} />
      </Button>
      <Button square aria-label={t('fit')} title={t('fit')} onClick={onFit}>
        <Icon of={Maximize} />
      </Button>
    </div>
  )
}

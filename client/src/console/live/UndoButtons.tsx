import { Redo2, Undo2 } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useLiveTexts } from '../texts/live.ts'
import css from './UndoButtons.module.css'
import { useRedo, useUndo } from './use-undo.ts'

/** Takes back the last gesture, and says which; once something was taken back, does it again. */
export function UndoButtons({ variant = 'secondary' }: { readonly variant?: 'secondary' | 'quiet' }) {
  const t = useLiveTexts()
  const undo = useUndo()
  const redo = useRedo()
  const undoWords = undo ? t('undoThis', { what: undo.label }) : t('nothingToUndo')
  return (
    <>
      <Button
        size="s"
        variant={variant}
        className={css['undo']}
        disabled={undo === null}
        onClick={undo?.run}
        title={undoWords}
        aria-label={undoWords}
      >
        <Icon of={Undo2} />
        <span className={css['label']}>{undo ? undoWords : t('undo')}</span>
      </Button>
      {redo ? (
        <Button
          size="s"
          square
          variant={variant}
          className={css['redo']}
          onClick={redo.run}
          title={t('redoThis', { what: redo.label })}
          aria-label={t('redoThis', { what: redo.label })}
        >
          <Icon of={Redo2} />
        </Button>
      ) : null}
    </>
  )
}

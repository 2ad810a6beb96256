import { DRAWING_HEIGHT, DRAWING_WIDTH, PENS, type Pen, pathOf } from '@escale/shared'
import { Trash2, Undo2 } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import css from './DrawingPad.module.css'
import { useToolTexts } from './tool-texts.ts'
import { useStrokes } from './use-strokes.ts'

interface DrawingPadProps {
  readonly drawing: string
  /** However it is closed, what was drawn is kept. Empty: nothing was. */
  readonly onDone: (drawing: string) => void
}

const PEN_KEYS: readonly Pen[] = [0, 1, 2]

/** A sheet to draw on with a finger, a pen or a mouse. */
export function DrawingPad({ drawing, onDone }: DrawingPadProps) {
  const t = useToolTexts()
  const name = useId()
  const [pen, setPen] = useState<Pen>(1)
  const live = useRef<SVGPathElement>(null)
  const { strokes, isFull, canUndo, undo, clear, encoded, handlers } = useStrokes(drawing, pen, live)
  const done = () => onDone(encoded())
  // Outside of the form in which its button stands: Enter on a pen must not send the note.
  return createPortal(
    <Dialog
      open
      title={t('pad-title')}
      onClose={done}
      footer={
        <Button variant="primary" onClick={done}>
          {t('done')}
        </Button>
      }
    >
      <div className={css['pad']}>
        <svg
          className={css['sheet']}
          viewBox={`0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}`}
          role="img"
          aria-label={t('pad-sheet')}
          {...handlers}
        >
          {strokes.map((stroke, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: strokes are laid one on the other and never change places
            <path key={index} d={pathOf([stroke])} strokeWidth={PENS[stroke.pen]} />
          ))}
          <path ref={live} strokeWidth={PENS[pen]} />
        </svg>
        <div className={css['bar']}>
          <fieldset className={css['pens']}>
            <legend className={css['legend']}>{t('pen')}</legend>
            {PEN_KEYS.map((one) => (
              <label key={one} className={css['pen']} title={t(`pen-${one}`)}>
                <input
                  type="radio"
                  name={name}
                  aria-label={t(`pen-${one}`)}
                  checked={pen === one}
                  onChange={() => setPen(one)}
                />
                <span aria-hidden="true" className={css['dot']} data-pen={one} />
              </label>
            ))}
          </fieldset>
          <Button square aria-label={t('undo-stroke')} aria-disabled={!canUndo || undefined} onClick={undo}>
            <Icon of={Undo2} />
          </Button>
          <Button
            square
            aria-label={t('clear')}
            aria-disabled={strokes.length === 0 || undefined}
            onClick={clear}
          >
            <Icon of={Trash2} />
          </Button>
        </div>
        <p className={css['hint']} role="status">
          {t(isFull ? 'strokes-spent' : 'pad-hint')}
        </p>
      </div>
    </Dialog>,
    document.body,
  )
}

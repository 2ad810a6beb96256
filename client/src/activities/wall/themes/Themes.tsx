import type { WallNote } from '@escale/shared'
import { ungroupEdits, type WallView } from '@escale/shared/activities/wall'
import { Group } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Stage } from '../../kit/views.ts'
import css from './Themes.module.css'
import { useThemeTexts } from './texts.ts'

const ThemesDialog = lazy(async () => ({ default: (await import('./ThemesDialog.tsx')).ThemesDialog }))

/** With fewer there is nothing to be grouped. */
const LEAST_NOTES = 3

interface ThemesProps {
  readonly stage: Stage<WallView>
  readonly notes: readonly WallNote[]
}

/** « Regrouper par thème… », and the way back once it is done. */
export function Themes({ stage, notes }: ThemesProps) {
  const t = useThemeTexts()
  const [isOpen, setOpen] = useState(false)
  const [made, setMade] = useState<readonly string[]>([])
  const undo = () => {
    for (const edit of ungroupEdits(made)) void stage.write(edit)
    setMade([])
  }
  if (stage.view.hidden || (notes.length < LEAST_NOTES && !isOpen)) return null
  return (
    <>
      <Button size="s" onClick={() => setOpen(true)}>
        <Icon of={Group} /> {t('open')}
      </Button>
      {isOpen ? (
        <Suspense>
          <ThemesDialog
            stage={stage}
            notes={notes}
            onClose={() => setOpen(false)}
            onDone={(stacks) => {
              setMade(stacks)
              setOpen(false)
            }}
          />
        </Suspense>
      ) : null}
      {made.length > 0 ? (
        <Notice tone="good" role="status" className={css['done']} onDismiss={() => setMade([])}>
          <span>{t('done', { count: made.length })}</span>
          <Button size="s" onClick={undo}>
            {t('undo')}
          </Button>
        </Notice>
      ) : null}
    </>
  )
}

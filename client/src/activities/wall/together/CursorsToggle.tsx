import { MousePointer2, MousePointer2Off } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { chooseCursors, useCursorChoice } from './cursor-choice.ts'
import { useFollowTexts } from './follow-texts.ts'

/** For oneself: whether one sees the others' cursors, and they one's own. */
export function CursorsToggle() {
  const t = useFollowTexts()
  const isShown = useCursorChoice()
  return (
    <Button
      variant="quiet"
      square
      aria-label={t('cursors')}
      title={t('cursors')}
      aria-pressed={isShown}
      onClick={() => chooseCursors(!isShown)}
    >
      <Icon of={isShown ? MousePointer2 : MousePointer2Off} />
    </Button>
  )
}

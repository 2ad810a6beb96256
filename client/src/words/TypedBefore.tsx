import { Button } from '../ui/Button.tsx'
import css from './TypedBefore.module.css'
import { useWordsTexts } from './texts.ts'
import type { Typed } from './use-typed.ts'

/** Says that what is in a field was typed before, and takes it away again. */
export function TypedBefore({
  typed: { isBack, putAway },
}: {
  readonly typed: Pick<Typed, 'isBack' | 'putAway'>
}) {
  const t = useWordsTexts()
  if (!isBack) return null
  return (
    <p className={css['back']} role="status">
      {t('draft-back')}{' '}
      <Button size="s" variant="quiet" onClick={putAway}>
        {t('draft-away')}
      </Button>
    </p>
  )
}

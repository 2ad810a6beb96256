import { useRefusalTexts } from '../../i18n/refusal-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { usePersonName } from '../people/person-name.ts'
import { useConsole } from '../session.ts'
import { usePlanTexts } from '../texts/plan.ts'
import css from './OtherEdit.module.css'
import type { DraftControls } from './use-draft.ts'

/** How much of the other text is quoted, in characters. */
const QUOTED = 160

interface OtherEditProps<T> {
  readonly controls: DraftControls<T>
  /** How the other value reads; absent: it is not quoted. */
  readonly show?: (value: T) => string
}

/** Beneath a field: somebody else's edit that came while one was writing, or why one's own was refused. */
export function OtherEdit<T>({ controls, show }: OtherEditProps<T>) {
  const t = usePlanTexts()
  const refusalText = useRefusalTexts()
  const { draft, takeTheirs, keepMine } = controls
  const undo = useConsole((c) => c.plan.undo)
  const me = useConsole((c) => c.me.id)
  const nameOf = usePersonName()
  if (draft.refusal !== null)
    return (
      <Notice tone="danger" role="alert">
        {refusalText(draft.refusal)}
      </Notice>
    )
  if (draft.theirs === null) return null
  const text = show?.(draft.theirs.value).slice(0, QUOTED)
  const isKnown = undo?.did === 'plan-edit' && undo.actor !== null && undo.actor !== me
  const name = isKnown && undo.actor ? nameOf(undo.actor) : ''
  return (
    <Notice tone="info" role="status" className={css['notice'] ?? ''}>
      <p>{text === undefined ? t('otherEditBare') : t(name ? 'otherEditBy' : 'otherEdit', { name, text })}</p>
      <p className={css['choices']}>
        <Button size="s" onClick={takeTheirs}>
          {t('takeTheirs')}
        </Button>
        <Button size="s" variant="quiet" onClick={keepMine}>
          {t('keepMine')}
        </Button>
      </p>
    </Notice>
  )
}

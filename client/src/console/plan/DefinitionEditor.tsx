import { type Activity, kindOf, kinds } from '@escale/shared'
import { Suspense } from 'react'
import { useKind } from '../../activities/use-kind.ts'
import { ErrorBoundary } from '../../app/ErrorBoundary.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useLiveTexts } from '../texts/live.ts'
import { usePlanTexts } from '../texts/plan.ts'
import css from './DefinitionEditor.module.css'
import { OtherEdit } from './OtherEdit.tsx'
import { useDraft } from './use-draft.ts'
import { usePlanEdit } from './use-plan-edit.ts'

/** Whether the kind itself accepts a definition. */
export const isFitDefinition = (kind: string, definition: unknown): boolean =>
  kindOf(kinds, kind)?.definition(definition).ok ?? false

/** The kind's own settings, as the kind shows them; checked, sent and kept as one draft. */
export function DefinitionEditor({ activity }: { readonly activity: Activity }) {
  const t = usePlanTexts()
  const live = useLiveTexts()
  const { id, kind } = activity
  const { save } = usePlanEdit()
  const controls = useDraft<unknown>(
    `${id}/definition`,
    activity.definition,
    (definition) => save(id, { definition }),
    (definition) => isFitDefinition(kind, definition),
  )
  const isFit = isFitDefinition(kind, controls.draft.value)
  return (
    // Several controls are one draft: it is being written in while the focus is on any of them.
    <fieldset
      className={css['settings']}
      onFocus={controls.focus.onFocus}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) controls.focus.onBlur()
      }}
    >
      <legend className={css['legend']}>
        <h3>{t('kindSettings')}</h3>
      </legend>
      <ErrorBoundary resetOn={id} fallback={<Notice tone="warning">{live('kindBroken')}</Notice>}>
        <Suspense fallback={<p aria-busy="true">…</p>}>
          <KindEditor
            kind={kind}
            definition={controls.draft.value}
            durationMs={activity.durationMs}
            onChange={controls.write}
          />
        </Suspense>
      </ErrorBoundary>
      {isFit ? null : (
        <Notice tone="warning" role="status">
          {t('badSettings')}
        </Notice>
      )}
      <OtherEdit controls={controls} />
    </fieldset>
  )
}

interface KindEditorProps {
  readonly kind: string
  readonly definition: unknown
  readonly durationMs: number
  readonly onChange: (definition: unknown) => void
}

function KindEditor({ kind, ...props }: KindEditorProps) {
  const Editor = useKind(kind)?.views.Editor
  return Editor ? <Editor {...props} /> : null
}

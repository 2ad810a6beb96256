import type { Activity } from '@escale/shared'
import { useEffect, useState } from 'react'
import { parseDuration, showDuration } from '../time/duration.ts'
import { reportField } from './saving.ts'
import { type DraftControls, useDraft } from './use-draft.ts'
import { usePlanEdit } from './use-plan-edit.ts'

interface DurationInput {
  readonly controls: DraftControls<number>
  readonly isBad: boolean
  readonly input: {
    readonly value: string
    readonly onFocus: (event: { readonly currentTarget: HTMLInputElement }) => void
    readonly onBlur: () => void
    readonly onChange: (event: { readonly target: HTMLInputElement }) => void
  }
}

/**
 * A field that takes a duration as one says it, wherever it stands; `place` tells fields of the same activity apart.
 * What a person writes is no longer a proposal.
 */
export function useDuration({ id, durationMs }: Activity, place: string): DurationInput {
  const { save } = usePlanEdit()
  const controls = useDraft(`${id}/${place}`, durationMs, (ms) =>
    save(id, { durationMs: ms, durationProposed: false }),
  )
  /** What is being typed; null: the duration itself is shown. */
  const [typed, setTyped] = useState<string | null>(null)
  const isBad = typed !== null && parseDuration(typed) === undefined

  useEffect(() => {
    reportField(`${id}/${place}-text`, isBad ? 'refused' : null)
    return () => reportField(`${id}/${place}-text`, null)
  }, [id, place, isBad])

  return {
    controls,
    isBad,
    input: {
      value: typed ?? showDuration(controls.draft.value),
      onFocus: ({ currentTarget }) => {
        controls.focus.onFocus()
        currentTarget.select()
      },
      onBlur: () => {
        controls.focus.onBlur()
        if (!isBad) setTyped(null)
      },
      onChange: ({ target }) => {
        setTyped(target.value)
        const read = parseDuration(target.value)
        if (read !== undefined) controls.write(read)
      },
    },
  }
}

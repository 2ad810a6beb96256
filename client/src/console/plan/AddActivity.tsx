import { kinds } from '@escale/shared'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { KindName } from '../../activities/KindName.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { KindIcon } from '../KindIcon.tsx'
import { useConsole } from '../session.ts'
import { usePlanTexts } from '../texts/plan.ts'
import { showDuration } from '../time/duration.ts'
import css from './AddActivity.module.css'
import { usePlanEdit } from './use-plan-edit.ts'

interface AddActivityProps {
  /** Where the new one goes; null: at the end. */
  readonly after: string | null
  readonly onAdded: (id: string) => void
  readonly isFirst?: boolean
}

/** A kind is chosen by what it is for, not by its name alone. */
export function AddActivity({ after, onAdded, isFirst = false }: AddActivityProps) {
  const t = usePlanTexts()
  const [isOpen, open] = useState(false)
  const { add } = usePlanEdit()
  const isAfterKnown = useConsole((c) => c.plan.workshop.plan.some((a) => a.id === after))

  const choose = async (kind: (typeof kinds)[keyof typeof kinds]) => {
    open(false)
    const id = await add(
      {
        kind: kind.id,
        title: '',
        instructions: '',
        privateNote: '',
        durationMs: kind.defaults.durationMs,
        durationProposed: false,
        definition: kind.defaults.definition,
      },
      isAfterKnown ? after : null,
    )
    if (id !== undefined) onAdded(id)
  }

  return (
    <>
      <Button
        variant={isFirst ? 'primary' : 'secondary'}
        size={isFirst ? 'l' : 's'}
        onClick={() => open(true)}
      >
        <Icon of={Plus} />
        {t(isFirst ? 'addFirst' : 'add')}
      </Button>
      <Dialog open={isOpen} onClose={() => open(false)} title={t('addTitle')} width="wide">
        <ul className={css['kinds']}>
          {Object.values(kinds).map((kind) => (
            <li key={kind.id}>
              <button type="button" className={css['kind']} onClick={() => void choose(kind)}>
                <span className={css['icon']}>
                  <KindIcon kind={kind.id} size={1.5} />
                </span>
                <span className={css['words']}>
                  <strong>
                    <KindName kind={kind.id} />
                  </strong>
                  <span>
                    <KindName kind={kind.id} say="purpose" />
                  </span>
                  <small>{showDuration(kind.defaults.durationMs)}</small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}

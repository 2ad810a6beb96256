import type { GroupView } from '@escale/shared/activities/round-table'
import { NotebookPen } from 'lucide-react'
import { Icon } from '../../ui/Icon.tsx'
import { GroupNotes } from './group/GroupNotes.tsx'
import css from './Plenary.module.css'
import { usePlenaryTexts } from './plenary-texts.ts'
import { useRoundTableTexts } from './texts.ts'

interface BackProps {
  readonly activity: string
  readonly group: GroupView
}

/** After the return: thanks, and the group's page to read again. */
export function Back({ activity, group }: BackProps) {
  const t = useRoundTableTexts()
  const plenary = usePlenaryTexts()
  return (
    <section className={css['card']} aria-labelledby="back-title">
      <h2 id="back-title">{plenary('back-title')}</h2>
      <p>{plenary('back-text')}</p>
      <details className={css['kept']}>
        <summary>
          <Icon of={NotebookPen} /> {t('notes')} · {t('group', { n: group.number })}
        </summary>
        {group.pages.map((page, i) => (
          <GroupNotes
            key={page}
            activity={activity}
            page={page}
            isOver
            label={i === 0 ? t('notes') : t('notes-other', { n: i + 1 })}
          />
        ))}
      </details>
    </section>
  )
}

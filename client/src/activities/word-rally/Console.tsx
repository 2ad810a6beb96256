import type { WordRallyAction, WordRallyView } from '@escale/shared/activities/word-rally'
import { FileText, Monitor } from 'lucide-react'
import { Icon } from '../../ui/Icon.tsx'
import { useMoment } from '../kit/moment.ts'
import { RefusalNotice } from '../kit/RefusalNotice.tsx'
import { useAct } from '../kit/use-act.ts'
import type { Stage } from '../kit/views.ts'
import css from './Console.module.css'
import { ConsoleReadings } from './ConsoleReadings.tsx'
import { ConsoleWords } from './ConsoleWords.tsx'
import { Writer } from './Participant.tsx'
import { useRallyTexts } from './texts.ts'
import { useShownWords } from './use-shown-words.ts'

/** Words and what comes next, how many write, hands and readings. Never a private story. */
export function Console(stage: Stage<WordRallyView>) {
  const t = useRallyTexts()
  const { activity, view, me, nameOf } = stage
  const { elapsed, location } = useMoment(activity, { precise: true })
  const acting = useAct<WordRallyAction>(stage.act)
  const shown = useShownWords(view.words, elapsed)
  const isSharing = location.phase.id === 'sharing'
  const { lead } = view
  if (lead === null) return null
  const writingEnd = isSharing ? location.startsAt : (location.endsAt ?? 0)
  return (
    <div className={css['console']}>
      {isSharing ? (
        <ConsoleReadings
          view={view}
          lead={lead}
          elapsed={elapsed}
          sharingFor={location.into}
          nameOf={nameOf}
          {...acting}
        />
      ) : null}
      <RefusalNotice refusal={acting.refusal} />
      <ConsoleWords words={lead.words} elapsed={elapsed} writingEnd={writingEnd} {...acting} />
      <section className={css['counts']}>
        <p>
          <Icon of={Monitor} /> {t('on-screen', { count: lead.writing.screen })}
        </p>
        {lead.writing.paper > 0 ? (
          <p>
            <Icon of={FileText} /> {t('on-paper', { count: lead.writing.paper })}
          </p>
        ) : null}
        <p className={css['soft']}>{t('stories-private')}</p>
      </section>
      {me.id === null ? null : (
        <details className={css['mine']}>
          <summary>{t('write-too')}</summary>
          <div className={css['desk']}>
            <Writer
              stage={stage}
              person={me.id}
              words={{ shown, toCome: isSharing ? 0 : view.wordCount - shown.length }}
              isSharing={isSharing}
              mineOnly
            />
          </div>
        </details>
      )}
    </div>
  )
}

import type { PersonLine } from '@escale/shared'
import { useState } from 'react'
import { useClock } from '../../connection/clock-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { ConfirmDialog } from '../live/ConfirmDialog.tsx'
import { useDo } from '../live/feedback.ts'
import { useConsole } from '../session.ts'
import { usePeopleTexts } from '../texts/people.ts'
import css from './RemoveMany.module.css'
import { joinedSince, lastTimeOf, withoutActivity } from './selection.ts'

interface RemoveManyProps {
  readonly people: readonly PersonLine[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (people: readonly string[]) => void
  readonly onDone: () => void
}

/** Choosing many people: by a rule, or one by one in the list below; then they are removed together. */
export function RemoveMany({ people, chosen, onChoose, onDone }: RemoveManyProps) {
  const t = usePeopleTexts()
  const run = useDo()
  const clock = useClock()
  const timeZone = useConsole((c) => c.session.timeZone)
  const [time, setTime] = useState('')
  const [isAsking, ask] = useState(false)
  const count = chosen.size
  const chooseSince = () => {
    const since = lastTimeOf(timeZone, time, clock.read()?.ms ?? Date.now())
    if (since !== undefined) onChoose(joinedSince(people, since))
  }
  return (
    <section aria-label={t('removeMany')} className={css['choice']}>
      <p className={css['hint']}>{t('removeManyHint')}</p>
      <form
        className={css['since']}
        onSubmit={(event) => {
          event.preventDefault()
          chooseSince()
        }}
      >
        <Field
          label={t('joinedSince')}
          type="time"
          value={time}
          className={css['time']}
          onChange={(event) => setTime(event.target.value)}
        />
        <Button size="s" type="submit" disabled={time === ''} aria-label={t('chooseSince')}>
          {t('choose')}
        </Button>
      </form>
      <Button size="s" onClick={() => onChoose(withoutActivity(people))}>
        {t('chooseInactive')}
      </Button>
      <p role="status" className={css['count']}>
        {t('chosen', { count })}
      </p>
      <div className={css['gestures']}>
        <Button size="s" variant="danger" disabled={count === 0} onClick={() => ask(true)}>
          {t('removeChosen', { count })}
        </Button>
        <Button size="s" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        onClose={() => ask(false)}
        title={t('removeManyAsk', { count })}
        yes={t('removeChosen', { count })}
        onYes={() =>
          void run({ type: 'remove-many', people: [...chosen] }, t('removedManyNote', { count })).then(
            (done) => done.ok && onDone(),
          )
        }
      >
        {t('removeManyWhy')}
      </ConfirmDialog>
    </section>
  )
}

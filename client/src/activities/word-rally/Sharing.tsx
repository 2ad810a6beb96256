import type { WordRallyAction, WordRallyView } from '@escale/shared/activities/word-rally'
import { Hand } from 'lucide-react'
import { useEffect } from 'react'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RefusalNotice } from '../kit/RefusalNotice.tsx'
import { useAct } from '../kit/use-act.ts'
import type { Stage } from '../kit/views.ts'
import { Listening } from './Listening.tsx'
import { MyTurn } from './MyTurn.tsx'
import css from './Sharing.module.css'
import { useRallyTexts } from './texts.ts'

interface SharingProps {
  readonly stage: Stage<WordRallyView>
  /** What my private story says now. */
  readonly story: string
  /** Only one's own part: the console says the rest already. */
  readonly mineOnly: boolean
}

/** After the writing: read, or listen. */
export function Sharing({ stage, story, mineOnly }: SharingProps) {
  const t = useRallyTexts()
  const { view, me, nameOf } = stage
  const acting = useAct<WordRallyAction>(stage.act)
  const isMyTurn = view.called !== null && view.called.person === me.id
  useEffect(() => {
    if (isMyTurn) announce(t('your-turn'))
  }, [isMyTurn, t])
  return (
    <section className={css['sharing']} aria-label={t('sharing')}>
      {isMyTurn && view.called ? (
        <MyTurn called={view.called} story={story} {...acting} />
      ) : mineOnly ? null : view.called ? (
        <Listening called={view.called} name={nameOf(view.called.person)} />
      ) : (
        <Notice tone="good">{t('time-over')}</Notice>
      )}
      {isMyTurn ? null : <RaiseHand view={view} {...acting} />}
      <RefusalNotice refusal={acting.refusal} />
    </section>
  )
}

interface RaiseHandProps {
  readonly view: WordRallyView
  readonly send: (action: WordRallyAction) => Promise<boolean>
  readonly busy: boolean
}

function RaiseHand({ view, send, busy }: RaiseHandProps) {
  const t = useRallyTexts()
  const place = view.mine?.place ?? null
  return (
    <div className={css['hand']}>
      {place === null ? (
        <>
          <p className={css['invitation']}>{view.invitation.trim() || t('invitation')}</p>
          <Button variant="primary" busy={busy} onClick={() => void send({ type: 'raise' })}>
            <Icon of={Hand} /> {t('raise-hand')}
          </Button>
          <p className={css['soft']}>{t('reading-optional')}</p>
        </>
      ) : (
        <>
          <p role="status" className={css['raised']}>
            <Icon of={Hand} /> {place === 0 ? t('hand-first') : t('hand-place', { count: place + 1 })}
          </p>
          <Button busy={busy} onClick={() => void send({ type: 'lower' })}>
            {t('lower-hand')}
          </Button>
        </>
      )}
    </div>
  )
}

import type { Reading, WordRallyAction } from '@escale/shared/activities/word-rally'
import { Eye, EyeOff, Mic } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import css from './Sharing.module.css'
import { useRallyTexts } from './texts.ts'

interface MyTurnProps {
  readonly called: Reading
  /** What my private story says now. */
  readonly story: string
  readonly send: (action: WordRallyAction) => Promise<boolean>
  readonly busy: boolean
}

/** I was called: show, read aloud, or rather not. What is shown is a copy of what I agreed to, nothing that follows. */
export function MyTurn({ called, story, send, busy }: MyTurnProps) {
  const t = useRallyTexts()
  const isBlank = story.trim() === ''
  const show = () => void send({ type: 'show', text: story })
  return (
    <div className={css['turn']}>
      <h2>{t('your-turn')}</h2>
      <p>
        {t(
          called.mode === 'waiting' ? 'your-turn-text' : called.mode === 'shown' ? 'shown-now' : 'aloud-now',
        )}
      </p>
      {called.mode === 'shown' ? (
        <>
          <Button busy={busy} onClick={() => void send({ type: 'aloud' })}>
            <Icon of={EyeOff} /> {t('stop-showing')}
          </Button>
          {isBlank || story === called.story ? null : (
            <Button busy={busy} onClick={show}>
              {t('update-shown')}
            </Button>
          )}
        </>
      ) : (
        <>
          {isBlank ? (
            <p className={css['soft']}>{t('nothing-to-show')}</p>
          ) : (
            <>
              <Button
                variant={called.mode === 'waiting' ? 'primary' : 'secondary'}
                busy={busy}
                onClick={show}
              >
                <Icon of={Eye} /> {t(called.mode === 'waiting' ? 'show-story' : 'show-now')}
              </Button>
              <p className={css['soft']}>{t('show-story-hint')}</p>
            </>
          )}
          {called.mode === 'waiting' ? (
            <Button busy={busy} onClick={() => void send({ type: 'aloud' })}>
              <Icon of={Mic} /> {t('read-aloud')}
            </Button>
          ) : null}
        </>
      )}
      <Button
        variant="quiet"
        className={css['away']}
        busy={busy}
        onClick={() => void send({ type: 'lower' })}
      >
        {t('not-after-all')}
      </Button>
    </div>
  )
}

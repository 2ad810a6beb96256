import type { RoomKey } from '@escale/shared'
import type { RoundTableOneGroupAction } from '@escale/shared/activities/round-table'
import { CALL_BACK_MS } from '@escale/shared/activities/round-table'
import { Ellipsis } from 'lucide-react'
import { useLanguage } from '../../../i18n/language.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { lengthText } from '../durations.ts'
import type { Sending } from '../use-sending.ts'
import { listOf } from './list-of.ts'
import css from './Several.module.css'
import { useDeskTexts } from './texts.ts'

const MINUTE = 60_000

interface SeveralProps {
  readonly chosen: readonly { readonly key: RoomKey; readonly number: number }[]
  /** The countdown that was prepared for calling back, ms. */
  readonly callBackMs: number
  readonly send: Sending['send']
  readonly onAll: () => void
  readonly onEnd: () => void
  readonly onMessage?: () => void
}

/** What is done to one group, done to several at once, and taken back as one thing. */
export function Several({ chosen, callBackMs, send, onAll, onEnd, onMessage }: SeveralProps) {
  const t = useDeskTexts()
  const language = useLanguage()
  const numbers = chosen.map(({ number }) => number)
  const list = listOf(numbers, language)
  const isNone = chosen.length === 0
  const inMs = callBackMs || CALL_BACK_MS
  const together = async (actions: RoundTableOneGroupAction[]) => {
    if (actions.length === 0) return
    if (await send({ type: 'together', actions })) announce(t('several-done', { count: chosen.length, list }))
  }
  const each = (actionOf: (group: string) => RoundTableOneGroupAction) => () =>
    void together(chosen.map(({ key }) => actionOf(key)))
  const [first, ...others] = chosen
  return (
    <section className={css['bar']} aria-label={t('several-bar')}>
      <p role="status" className={css['said']}>
        {isNone ? t('several-none') : t('several-chosen', { count: chosen.length, list })}
      </p>
      <Button size="s" variant="quiet" onClick={onAll}>
        {t('several-all')}
      </Button>
      {onMessage ? (
        <Button size="s" disabled={isNone} onClick={onMessage}>
          {t('several-message')}
        </Button>
      ) : null}
      <Button
        size="s"
        disabled={isNone}
        onClick={each((group) => ({ type: 'extend', group, ms: 5 * MINUTE }))}
      >
        {t('several-extend')}
      </Button>
      {first && others.length > 0 ? (
        <Button
          size="s"
          onClick={() =>
            void together(others.map(({ key }) => ({ type: 'merge', from: key, into: first.key })))
          }
        >
          {t('several-merge', { n: first.number })}
        </Button>
      ) : null}
      <Button size="s" disabled={isNone} onClick={each((group) => ({ type: 'call-back', group, inMs }))}>
        {t('several-back', { time: lengthText(inMs, t) })}
      </Button>
      {isNone ? null : (
        <Menu
          size="s"
          square
          label={t('several-more')}
          items={[
            {
              key: 'less',
              label: t('several-shorten'),
              onSelect: each((group) => ({ type: 'extend', group, ms: -MINUTE })),
            },
            {
              key: 'back-now',
              label: t('several-back-now'),
              onSelect: each((group) => ({ type: 'call-back', group })),
            },
          ]}
        >
          <Icon of={Ellipsis} />
        </Menu>
      )}
      <Button size="s" variant="quiet" onClick={onEnd}>
        {t('several-end')}
      </Button>
    </section>
  )
}

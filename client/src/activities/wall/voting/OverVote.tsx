import { Button } from '../../../ui/Button.tsx'
import { useVoteHostTexts } from './host-texts.ts'
import { Results } from './Results.tsx'
import type { VoteProps } from './RunningVote.tsx'
import css from './VotePanel.module.css'
import { useVotes } from './votes-store.ts'

/** A vote that is over: its result, whether everybody looks at it, and those before it. */
export function OverVote({ stage, wall, round, told, send }: VoteProps) {
  const t = useVoteHostTexts()
  const { votes } = stage.view
  const known = useVotes((all) => all.told)
  const earlier = votes.rounds.filter((one) => one !== round && known.get(one.id)?.final)
  const shown = { wall, nameOf: stage.nameOf, signature: wall.signature }
  return (
    <>
      <div className={css['actions']}>
        <Button onClick={() => void send({ type: 'vote-show', on: !votes.shown })}>
          {t(votes.shown ? 'show-wall' : 'show-result')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to */}
      <section className={css['result']} aria-label={t('result')} tabIndex={0}>
        <Results {...shown} round={round} told={told} />
      </section>
      {earlier.length > 0 ? (
        <details className={css['details']}>
          <summary>{t('earlier', { count: earlier.length })}</summary>
          {earlier.map((one, index) => (
            <section key={one.id}>
              <h4>{t('earlier-one', { index: index + 1 })}</h4>
              <Results {...shown} round={one} told={known.get(one.id)} />
            </section>
          ))}
        </details>
      ) : null}
    </>
  )
}

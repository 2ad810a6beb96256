import type { WallAction, WallView } from '@escale/shared/activities/wall'
import { Eye, EyeOff, StepForward } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useHostTexts } from './host-texts.ts'
import { useReleased, useTally } from './use-tally.ts'

interface RevealProps {
  readonly activity: string
  readonly view: Pick<WallView, 'flow' | 'apart' | 'hidden'>
  readonly send: (action: WallAction) => void
}

/** Of a wall on which people write for themselves first: shows what they wrote, at once or one by one, and hides it again. */
export function Reveal(props: RevealProps) {
  const t = useHostTexts()
  const { view, send } = props
  if (view.flow !== 'private') return null
  return (
    <>
      {view.apart ? (
        <>
          <Button size="s" variant="primary" onClick={() => send({ type: 'reveal' })}>
            <Icon of={Eye} /> {t(view.hidden ? 'reveal' : 'reveal-rest')}
          </Button>
          <RevealNext {...props} />
        </>
      ) : null}
      {view.hidden ? null : (
        <Button size="s" onClick={() => send({ type: 'hide' })}>
          <Icon of={EyeOff} /> {t('hide')}
        </Button>
      )}
    </>
  )
}

/** On its own: what waits is counted only while there is something to be shown. */
function RevealNext({ activity, view, send }: RevealProps) {
  const t = useHostTexts()
  const left = Math.max(0, useTally(activity).notes - useReleased(activity))
  return (
    <Button
      size="s"
      aria-disabled={left === 0 || undefined}
      onClick={() => {
        if (left > 0) send({ type: 'reveal-next' })
      }}
    >
      <Icon of={StepForward} /> {t(view.hidden ? 'reveal-first' : 'reveal-next', { count: left })}
    </Button>
  )
}

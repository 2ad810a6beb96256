import type { WallAction, WallView } from '@escale/shared/activities/wall'
import { Eye, EyeOff, StepForward } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useHostTexts } from './host-texts.ts'

interface RevealProps {
  readonly view: Pick<WallView, 'flow' | 'apart' | 'hidden'>
  /** How many notes wait for it. */
  readonly left: number
  readonly send: (action: WallAction) => void
}

/** Of a wall on which people write for themselves first: shows what they wrote, at once or one by one, and hides it again. */
export function Reveal({ view: { flow, apart, hidden }, left, send }: RevealProps) {
  const t = useHostTexts()
  if (flow !== 'private') return null
  return (
    <>
      {apart ? (
        <>
          <Button size="s" variant="primary" onClick={() => send({ type: 'reveal' })}>
            <Icon of={Eye} /> {t(hidden ? 'reveal' : 'reveal-rest')}
          </Button>
          <Button
            size="s"
            aria-disabled={left <= 0 || undefined}
            onClick={() => {
              if (left > 0) send({ type: 'reveal-next' })
            }}
          >
            <Icon of={StepForward} />{' '}
            {t(hidden ? 'reveal-first' : 'reveal-next', { count: Math.max(0, left) })}
          </Button>
        </>
      ) : null}
      {hidden ? null : (
        <Button size="s" onClick={() => send({ type: 'hide' })}>
          <Icon of={EyeOff} /> {t('hide')}
        </Button>
      )}
    </>
  )
}

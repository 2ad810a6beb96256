import type { WallAction, WallView } from '@escale/shared/activities/wall'
import { Radio } from 'lucide-react'
import { classNames } from '../../../styles/class-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import css from './GuideControls.module.css'
import { useGuideTexts } from './guide-texts.ts'
import type { Lead } from './use-lead.ts'

interface GuideControlsProps {
  readonly lead: Lead
}

/** By which a facilitator leads everybody's view, or leaves it to them. */
export function GuideControls({ lead }: GuideControlsProps) {
  const t = useGuideTexts()
  const { mode, isOther, start, stop } = lead
  const isLed = mode !== null || isOther
  return (
    <div className={classNames(css['guide'], isLed && css['leading'])} data-over="">
      <p className={isLed ? css['word'] : undefined} role="status">
        {isLed ? (
          <>
            <Icon of={Radio} />
            {t(isOther ? 'another-leads' : mode === 'offer' ? 'who-wants-follows' : 'everybody-follows')}
          </>
        ) : null}
      </p>
      {mode === 'bring' ? null : (
        <Button size="s" onClick={() => start('bring')}>
          <Icon of={Radio} /> {t(isOther ? 'take-over' : 'bring-everybody')}
        </Button>
      )}
      {isLed ? (
        <Button variant="primary" onClick={stop}>
          {t('stop-leading')}
        </Button>
      ) : (
        <Button size="s" variant="quiet" onClick={() => start('offer')}>
          {t('offer-to-follow')}
        </Button>
      )}
    </div>
  )
}

interface CursorsSwitchProps {
  readonly view: Pick<WallView, 'cursors'>
  readonly send: (action: WallAction) => void
}

/** For everybody: whether people see each other's cursors on this board. */
export function CursorsSwitch({ view: { cursors }, send }: CursorsSwitchProps) {
  const t = useGuideTexts()
  return cursors === null ? null : (
    <Switch
      label={t('show-cursors')}
      hint={t('show-cursors-hint')}
      checked={cursors}
      onChange={(shown) => send({ type: 'cursors', shown })}
    />
  )
}

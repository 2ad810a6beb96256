import type { WallAction, WallView } from '@escale/shared/activities/wall'
import { Radio } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import css from './GuideControls.module.css'
import { useGuideTexts } from './guide-texts.ts'
import type { Lead } from './use-lead.ts'

interface GuideControlsProps {
  readonly lead: Lead
}

/** Is anybody leading? */
const isLedNow = ({ mode, isOther }: Lead): boolean => mode !== null || isOther

/** By which a facilitator begins to lead everybody's view. */
export function GuideStart({ lead }: GuideControlsProps) {
  const t = useGuideTexts()
  return isLedNow(lead) ? null : (
    <Button size="s" onClick={() => lead.start('bring')}>
      <Icon of={Radio} /> {t('bring-everybody')}
    </Button>
  )
}

/** By which they offer to lead those who want. */
export function GuideOffer({ lead }: GuideControlsProps) {
  const t = useGuideTexts()
  return isLedNow(lead) ? null : (
    <Button size="s" variant="quiet" onClick={() => lead.start('offer')}>
      {t('offer-to-follow')}
    </Button>
  )
}

/** While somebody leads: who does, and what can be done about it. Seen wherever one scrolls. */
export function GuideBar({ lead }: GuideControlsProps) {
  const t = useGuideTexts()
  const { mode, isOther, start, stop } = lead
  const isLed = isLedNow(lead)
  return (
    <div className={css[isLed ? 'leading' : 'silent']} data-over="">
      <p className={isLed ? css['word'] : undefined} role="status">
        {isLed ? (
          <>
            <Icon of={Radio} />
            {t(isOther ? 'another-leads' : mode === 'offer' ? 'who-wants-follows' : 'everybody-follows')}
          </>
        ) : null}
      </p>
      {isLed && mode !== 'bring' ? (
        <Button size="s" onClick={() => start('bring')}>
          <Icon of={Radio} /> {t(isOther ? 'take-over' : 'bring-everybody')}
        </Button>
      ) : null}
      {isLed ? (
        <Button variant="primary" onClick={stop}>
          {t('stop-leading')}
        </Button>
      ) : null}
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

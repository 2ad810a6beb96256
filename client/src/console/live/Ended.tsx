import { ClipboardList, RotateCcw } from 'lucide-react'
import { Link } from 'wouter'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { EndOfLife } from '../EndOfLife.tsx'
import { useSessionId } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import css from './Lobby.module.css'
import type { Moves } from './use-moves.ts'

/** After the end: the harvest, and a way back. */
export function Ended({ moves }: { readonly moves: Moves }) {
  const t = useLiveTexts()
  const id = useSessionId()
  return (
    <article className={css['lobby']}>
      <header>
        <h2>{t('endedTitle')}</h2>
        <p className={css['hint']}>{t('endedHint')}</p>
        <EndOfLife className={css['hint']} />
      </header>
      <p className={css['choices']}>
        <Link href={`/harvest/${id}`} className={buttonClass('primary', 'l')}>
          <Icon of={ClipboardList} />
          {t('seeHarvest')}
        </Link>
        <Button size="l" onClick={() => void moves.reopen()}>
          <Icon of={RotateCcw} />
          {t('reopen')}
        </Button>
      </p>
    </article>
  )
}

import type { GroupView, ShownPage } from '@escale/shared/activities/round-table'
import { Presentation } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import type { Sending } from '../use-sending.ts'
import css from './Console.module.css'
import { useDeskTexts } from './texts.ts'

interface PagesOnScreenProps {
  readonly groups: readonly GroupView[]
  readonly shown: ShownPage | null
  readonly send: Sending['send']
}

/** After the return: what the groups wrote, one after the other on the room's screen. */
export function PagesOnScreen({ groups, shown, send }: PagesOnScreenProps) {
  const t = useDeskTexts()
  const order = [...groups].sort((a, b) => a.number - b.number)
  const at = order.findIndex((g) => g.key === shown?.key)
  const next = order[at + 1]
  return (
    <div className={css['actions']}>
      {next ? (
        <Button variant="primary" onClick={() => void send({ type: 'show-page', group: next.key })}>
          <Icon of={Presentation} /> {t('show-page-next', { n: next.number })}
        </Button>
      ) : null}
      {shown ? (
        <>
          <Button onClick={() => void send({ type: 'show-page', group: null })}>{t('show-page-stop')}</Button>
          <p role="status" className={css['soft']}>
            {t('show-page-is', { n: shown.number })}
          </p>
        </>
      ) : null}
    </div>
  )
}

import { drives } from '@escale/shared'
import { useMemo } from 'react'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { usePersonName } from '../people/person-name.ts'
import { useConsole, useRoster } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import css from './Facilitators.module.css'

/** Who else is on the console now. */
export function Facilitators() {
  const t = useLiveTexts()
  const people = useRoster()
  const me = useConsole((c) => c.me.id)
  const nameOf = usePersonName()
  const others = useMemo(
    () => [...people.values()].filter((p) => drives(p.role) && !p.away && !p.removed && p.id !== me),
    [people, me],
  )
  if (others.length === 0) return null
  const names = others.map((p) => nameOf(p.id))
  return (
    <span className={css['others']} title={t('onConsoleWith', { names: names.join(', ') })}>
      {names.slice(0, 3).map((name, i) => (
        <span key={others[i]?.id} aria-hidden="true" translate="no" className={css['initial']}>
          {[...name][0]?.toUpperCase()}
        </span>
      ))}
      {names.length > 3 ? <span aria-hidden="true">+{names.length - 3}</span> : null}
      <VisuallyHidden>{t('onConsoleWith', { names: names.join(', ') })}</VisuallyHidden>
    </span>
  )
}

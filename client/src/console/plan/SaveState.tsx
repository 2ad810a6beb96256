import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useConnection } from '../../stores/live-context.ts'
import { classNames } from '../../styles/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import { usePlanTexts } from '../texts/plan.ts'
import css from './SaveState.module.css'
import { useSaving } from './saving.ts'

const ICONS = { saved: Check, saving: LoaderCircle, offline: CloudOff, unsaved: TriangleAlert } as const

/** The truth about what is saved: said only when the server has committed everything. */
export function SaveState() {
  const t = usePlanTexts()
  const { fields } = useSaving()
  const isLive = useConnection((s) => s.status === 'live')
  const pending = useConnection((s) => s.waiting.length)
  const isRefused = [...fields.values()].includes('refused')
  const isUnderWay = fields.size > 0 || pending > 0
  const state = isRefused ? 'unsaved' : !isUnderWay ? 'saved' : isLive ? 'saving' : 'offline'
  return (
    <span role="status" className={classNames(css['state'], css[state])}>
      <Icon of={ICONS[state]} />
      {t(state)}
    </span>
  )
}

import type { PersonId } from '@escale/shared'
import { useCompany } from '../../kit/company.ts'
import type { Stage } from '../../kit/views.ts'
import css from './Attendance.module.css'
import { useTogetherTexts } from './texts.ts'

/** More names than this are a list nobody reads. */
const NAMED_MOST = 3

interface AttendanceProps {
  readonly stage: Pick<Stage<unknown>, 'activity' | 'me' | 'nameOf'>
  /** I write myself. */
  readonly isWriting?: boolean
}

/** Which others write, in words; empty: nobody. */
function useOthersWriting({ stage: { activity, me, nameOf }, isWriting = false }: AttendanceProps): string {
  const t = useTogetherTexts()
  const { writing, writers } = useCompany(activity.id, (c) => c.attendance)
  if (writers.length === 0) {
    const others = writing - (isWriting ? 1 : 0)
    return others > 0 ? t('writing', { count: others }) : ''
  }
  const others = writers.filter((id) => id !== me.id)
  const [first = '', ...more] = others.slice(0, NAMED_MOST).map((id: PersonId) => nameOf(id))
  if (first === '') return ''
  const rest = others.length - NAMED_MOST
  const last = more.at(-1)
  const before = [first, ...more.slice(0, -1)].join(', ')
  const names =
    rest > 0
      ? t('names-more', { names: [first, ...more].join(', '), count: rest })
      : last === undefined
        ? first
        : t('names-two', { first: before, last })
  return t('names-write', { names, count: others.length })
}

/** How many are at the wall and who of them writes. It changes all the time: it is there to be read, and not read out. */
export function Attendance(props: AttendanceProps & { readonly withHere?: boolean }) {
  const t = useTogetherTexts()
  const here = useCompany(props.stage.activity.id, (c) => c.attendance.here)
  const writing = useOthersWriting(props)
  return (
    <p className={css['attendance']}>
      {props.withHere !== false && here > 0 ? <span>{t('here', { count: here })}</span> : null}
      {writing ? <span>{writing}</span> : null}
    </p>
  )
}

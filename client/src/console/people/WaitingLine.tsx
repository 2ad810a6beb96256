import type { PersonLine } from '@escale/shared'
import { X } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ProperName } from '../../ui/ProperName.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useDo } from '../live/feedback.ts'
import { useConsole } from '../session.ts'
import { usePeopleTexts } from '../texts/people.ts'
import { shownName } from './person-name.ts'
import css from './WaitingLine.module.css'

/** However many come, it is said at most this often. */
const SAID_EVERY_MS = 10_000

interface WaitingLineProps {
  readonly waiting: readonly PersonLine[]
  /** Takes the focus when nobody waits any more. */
  readonly titleRef: RefObject<HTMLElement | null>
}

/** Whether people are let in one by one, and those who wait for it. */
export function WaitingLine({ waiting, titleRef }: WaitingLineProps) {
  const t = usePeopleTexts()
  const run = useDo()
  const isAsked = useConsole((c) => c.session.approval)
  const list = useRef<HTMLUListElement>(null)
  const count = waiting.length
  useSayingWhoWaits(count)
  useFocusKept(count, list, titleRef)

  const admit = (people: readonly PersonLine[]) =>
    void run(
      { type: 'admit', people: people.map((p) => p.id) },
      t('admittedNote', { count: people.length, name: people[0] ? shownName(people[0], t) : '' }),
    )
  const refuse = (people: readonly PersonLine[]) =>
    void run(
      { type: 'remove-many', people: people.map((p) => p.id) },
      t('refusedNote', { count: people.length, name: people[0] ? shownName(people[0], t) : '' }),
    )

  return (
    <div className={css['line']}>
      <Switch
        label={t('approval')}
        checked={isAsked}
        onChange={(on) => void run({ type: 'approval', on }, t(on ? 'approvalOnNote' : 'approvalOffNote'))}
      />
      {count === 0 ? null : (
        <section aria-labelledby="waiting-title" className={css['waiting']}>
          <h3 id="waiting-title" className={css['title']}>
            {t('waiting', { count })}
          </h3>
          {count === 1 ? null : (
            <div className={css['all']}>
              <Button size="s" variant="primary" onClick={() => admit(waiting)}>
                {t('admitAll')}
              </Button>
              <Button size="s" onClick={() => refuse(waiting)}>
                {t('refuseAll')}
              </Button>
            </div>
          )}
          <ul ref={list} className={css['list']}>
            {waiting.map((person) => {
              const name = shownName(person, t)
              return (
                <li key={person.id} className={css['row']}>
                  <span className={css['name']}>
                    <ProperName>{name}</ProperName>
                    {person.away ? <span className={css['away']}>{t('isAway')}</span> : null}
                  </span>
                  <Button
                    size="s"
                    variant={count === 1 ? 'primary' : 'secondary'}
                    aria-label={t('admitThis', { name })}
                    onClick={() => admit([person])}
                  >
                    {t('admit')}
                  </Button>
                  <Button
                    size="s"
                    square
                    variant="quiet"
                    aria-label={t('refuseThis', { name })}
                    title={t('refuseThis', { name })}
                    onClick={() => refuse([person])}
                  >
                    <Icon of={X} />
                  </Button>
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </div>
  )
}

function useSayingWhoWaits(count: number): void {
  const t = usePeopleTexts()
  const before = useRef(count)
  const saidAt = useRef(Number.NEGATIVE_INFINITY)
  const words = t('waitsNote', { count })
  useEffect(() => {
    const isMore = count > before.current
    before.current = count
    if (!isMore) return
    const say = () => {
      saidAt.current = performance.now()
      announce(words)
    }
    const timer = setTimeout(say, Math.max(0, saidAt.current + SAID_EVERY_MS - performance.now()))
    return () => clearTimeout(timer)
  }, [count, words])
}

/** A row that goes takes its buttons with it: the focus goes to the next one, or to the panel. */
function useFocusKept(
  count: number,
  list: RefObject<HTMLUListElement | null>,
  titleRef: RefObject<HTMLElement | null>,
): void {
  const before = useRef(count)
  useEffect(() => {
    const isFewer = count < before.current
    before.current = count
    if (!isFewer || document.activeElement !== document.body) return
    const next = list.current?.querySelector('button') ?? titleRef.current
    next?.focus()
  }, [count, list, titleRef])
}

import { drives, isIn, type MessageTo, PLENARY, roomNumber } from '@escale/shared'
import { ChevronDown, ChevronRight, ListChecks, Megaphone, UserPlus } from 'lucide-react'
import { type RefObject, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useLanguage } from '../../i18n/language.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Select } from '../../ui/Select.tsx'
import { useConsole, useRoster } from '../session.ts'
import { usePeopleTexts } from '../texts/people.ts'
import { AddPersonDialog } from './AddPersonDialog.tsx'
import { byRoom, countPeople, FILTERS, filterPeople, type PeopleFilter } from './filter.ts'
import { MoveDialog } from './MoveDialog.tsx'
import css from './PeoplePanel.module.css'
import { PersonDialog } from './PersonDialog.tsx'
import { PersonChoice, PersonRow } from './PersonRow.tsx'
import { usePersonDeeds } from './person-deeds.tsx'
import { RemoveMany } from './RemoveMany.tsx'
import { inLine } from './selection.ts'
import { WaitingLine } from './WaitingLine.tsx'

interface PeoplePanelProps {
  readonly searchRef: RefObject<HTMLInputElement | null>
  /** Brings one group into sight, and out of the way what hides it. */
  readonly onSee: (room: string) => void
  /** Opens the message to one room, or to one person. */
  readonly onMessage: (to: MessageTo) => void
}

/** With more rooms than this they are folded: 22 groups are a list one can see. */
const OPEN_ROOMS = 6

/** Who is here, where, and what can be done for them. */
export function PeoplePanel({ searchRef, onSee, onMessage }: PeoplePanelProps) {
  const t = usePeopleTexts()
  const language = useLanguage()
  const people = useRoster()
  const me = useConsole((c) => c.me.id)
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<PeopleFilter>('everyone')
  const [managed, manage] = useState<string | null>(null)
  const [isAdding, add] = useState(false)
  const [moved, move] = useState<string | null>(null)
  /** The people chosen so far; null: nobody is being chosen. */
  const [chosen, choose] = useState<ReadonlySet<string> | null>(null)
  /** Rooms that somebody has unfolded, or folded, against what is usual. */
  const [flipped, flip] = useState<ReadonlySet<string>>(new Set())
  // Stable, so that a row is drawn again for its person's sake only.
  const out = useRef({ onSee, onMessage })
  out.current = { onSee, onMessage }
  const see = useCallback((room: string) => out.current.onSee(room), [])
  const write = useCallback((to: MessageTo) => out.current.onMessage(to), [])
  const deeds = usePersonDeeds({ onSee: see, onMove: move, onMessage: write })
  const title = useRef<HTMLHeadingElement>(null)
  const choosing = useRef<HTMLButtonElement>(null)
  const toggle = useCallback(
    (id: string) =>
      choose((before) => {
        const after = new Set(before)
        if (!after.delete(id)) after.add(id)
        return after
      }),
    [],
  )
  // A thousand lines are sorted and drawn behind the keystrokes, not before them.
  const wanted = useDeferredValue(search)
  const all = useMemo(() => [...people.values()], [people])
  const waiting = useMemo(() => inLine(all), [all])
  const counts = useMemo(() => countPeople(all), [all])
  const rooms = useMemo(
    () => byRoom(filterPeople(all, filter, wanted), language),
    [all, filter, wanted, language],
  )

  // Who searches, or chooses, sees everybody who is found.
  const isUsuallyOpen = rooms.length <= OPEN_ROOMS || wanted !== '' || chosen !== null
  const turn = (room: string) => {
    const after = new Set(flipped)
    if (!after.delete(room)) after.add(room)
    flip(after)
  }

  return (
    <section className={css['panel']} aria-labelledby="people-title">
      <div className={css['head']}>
        <h2 id="people-title" ref={title} tabIndex={-1}>
          {t('people')}
        </h2>
        <Button
          ref={choosing}
          size="s"
          variant="quiet"
          onClick={() => choose(chosen === null ? new Set() : null)}
          aria-label={t('removeMany')}
          title={t('removeMany')}
          aria-pressed={chosen !== null}
          square
        >
          <Icon of={ListChecks} />
        </Button>
        <Button
          size="s"
          variant="quiet"
          onClick={() => add(true)}
          aria-label={t('add')}
          title={t('add')}
          square
        >
          <Icon of={UserPlus} />
        </Button>
      </div>
      <WaitingLine waiting={waiting} titleRef={title} />
      {chosen === null ? null : (
        <RemoveMany
          people={all}
          chosen={chosen}
          onChoose={(ids) => choose(new Set(ids))}
          onDone={() => {
            choose(null)
            choosing.current?.focus()
          }}
        />
      )}
      <search className={css['find']}>
        <Field
          ref={searchRef}
          type="search"
          label={t('search')}
          hideLabel
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Select
          label={t('filter')}
          hideLabel
          value={filter}
          onChange={setFilter}
          options={FILTERS.map((value) => ({ value, label: `${t(value)} (${counts[value]})` }))}
        />
      </search>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <section className={css['rooms']} tabIndex={0} aria-label={t('list')}>
        {rooms.length === 0 ? (
          <p className={css['none']}>{t(all.length === 0 ? 'none' : 'noMatch')}</p>
        ) : null}
        {rooms.map(({ room, people: there }) => {
          const number = roomNumber(room)
          const isOpen = isUsuallyOpen !== flipped.has(room)
          return (
            <section key={room} className={css['room']}>
              <h3 className={css['room-head']}>
                <button
                  type="button"
                  className={css['fold']}
                  aria-expanded={isOpen}
                  onClick={() => turn(room)}
                >
                  <Icon of={isOpen ? ChevronDown : ChevronRight} size={1} />
                  <span>
                    {room === PLENARY || number === undefined ? t('plenary') : t('group', { n: number })}
                  </span>
                  <span className={css['room-count']}>{t('roomCount', { count: there.length })}</span>
                </button>
                {room === PLENARY ? null : (
                  <Button
                    size="s"
                    square
                    variant="quiet"
                    aria-label={`${t('messageRoom')} (${t('group', { n: number ?? '' })})`}
                    onClick={() => onMessage(room)}
                  >
                    <Icon of={Megaphone} />
                  </Button>
                )}
              </h3>
              <ul className={css['list']} hidden={!isOpen}>
                {(isOpen ? there : []).map((person) =>
                  chosen !== null && isIn(person) && !drives(person.role) ? (
                    <PersonChoice
                      key={person.id}
                      person={person}
                      isChosen={chosen.has(person.id)}
                      onToggle={toggle}
                    />
                  ) : (
                    <PersonRow
                      key={person.id}
                      person={person}
                      isMe={person.id === me}
                      onManage={manage}
                      deeds={deeds}
                    />
                  ),
                )}
              </ul>
            </section>
          )
        })}
      </section>
      <PersonDialog id={managed} onClose={() => manage(null)} deeds={deeds} />
      <MoveDialog person={moved === null ? undefined : people.get(moved)} onClose={() => move(null)} />
      <AddPersonDialog open={isAdding} onClose={() => add(false)} />
    </section>
  )
}

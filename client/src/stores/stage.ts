import { type ActivitySlice, drives, nameApart, type PersonId } from '@escale/shared'
import { useCallback, useMemo } from 'react'
import type { Stage } from '../activities/kit/views.ts'
import { randomId } from '../connection/random-id.ts'
import { useConnection, useLive, useMyWords, usePeople, useSession } from './live-context.ts'
import { useNameTexts } from './texts.ts'

const NO_NAMES: ActivitySlice['names'] = {}

/** A person's name as this viewer may see it: what the activity tells, then (facilitators) the list of people. */
export function useNameOf(): (person: PersonId) => string {
  const t = useNameTexts()
  const names = useSession((s) => s.activity?.names ?? NO_NAMES)
  const people = usePeople((s) => s.people)
  return useCallback(
    (person) => {
      const tag = Object.hasOwn(names, person) ? names[person] : people.get(person)
      if (tag === undefined) return t('somebody')
      const isTeam = 'role' in tag ? drives(tag.role) : tag.isTeam === true
      const mark = 'apart' in tag ? tag.apart : undefined
      return nameApart(tag.name, mark) || (isTeam ? t('team') : t('anonymous', { rank: tag.rank }))
    },
    [names, people, t],
  )
}

/** What the running activity's views need; null in the lobby and before the first frame. */
export function useStage(): Stage<unknown> | null {
  const { send } = useLive()
  const activity = useSession((s) => s.activity)
  const me = useSession((s) => s.me)
  const nameOf = useNameOf()
  const id = activity?.id
  const isDriver = me !== null && drives(me.role)
  const message = useCallback<NonNullable<Stage<unknown>['message']>>(
    (rooms, text) => send({ type: 'message', message: randomId(), to: { rooms: [...rooms] }, text }),
    [send],
  )
  const act = useCallback<Stage<unknown>['act']>(
    (action) =>
      id === undefined
        ? Promise.resolve({ ok: false, refusal: 'not-now' })
        : send({ type: 'act', activity: id, action }),
    [id, send],
  )
  const write = useCallback<Stage<unknown>['write']>(
    (edit, words) =>
      id === undefined
        ? Promise.resolve({ ok: false, refusal: 'not-now' })
        : send({ type: 'write', activity: id, edit }, words),
    [id, send],
  )
  const waiting = useConnection((c) => c.waiting)
  const unsent = useMemo(
    () => waiting.flatMap((c) => (c.type === 'write' && c.activity === id ? [c.edit] : [])),
    [waiting, id],
  )
  const kept = useMyWords()
  const refused = useMemo(() => kept.filter((words) => words.activity === id), [kept, id])
  return useMemo(
    () =>
      activity === null || me === null
        ? null
        : {
            activity,
            view: activity.view,
            me,
            nameOf,
            act,
            write,
            unsent,
            refused,
            ...(isDriver ? { message } : {}),
          },
    [activity, me, nameOf, act, write, unsent, refused, isDriver, message],
  )
}

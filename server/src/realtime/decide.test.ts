/** What becomes of one command: who may, what goes into the log, and what the store is told beside it. */
import { type Command, initialState, type Kinds, limits, type SealedKind } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { describe, expect, test } from 'vitest'
import { type Ask, type Draft, decide } from './decide.ts'

const named = (name: string) => ({ name, organisation: ' Org ', territory: ' Ici ' })
const tidy = (name: string) => ({ name, organisation: 'Org', territory: 'Ici' })

/** A session with everybody there can be, as far as one command leads after the other. */
function session(workshop = tallyWorkshop('a', 'b'), kinds: Kinds = testKinds) {
  let draft: Draft = {
    state: initialState({ createdAt: 0, seed: 's', workshop }),
    identities: new Map(),
  }
  let at = 1_000
  const ask = (actor: string | null, command: Command, more: Partial<Ask> = {}) => {
    at += 1_000
    const decision = decide(kinds, draft, { actor, commandId: actor && `${actor}:1`, command, ...more }, at)
    if (!decision.ok) return decision.refusal
    draft = decision.value
    return decision.value
  }
  /** As `ask`; throws when it is refused. */
  const done = (...given: Parameters<typeof ask>) => {
    const decision = ask(...given)
    if (typeof decision === 'string') throw new Error(`${given[1].type}: ${decision}`)
    return decision
  }
  const join = (person: string, role: 'participant' | 'cofacilitator' | 'facilitator') =>
    done(null, { type: 'joined', person, role })
  join('claire', 'facilitator')
  join('sam', 'cofacilitator')
  join('yanis', 'participant')
  return { ask, done, join, now: () => at, draft: () => draft }
}

describe('who', () => {
  test('[S20] the server, and people who have a seat; of those who are out, the removed are told so', () => {
    const { ask, done, join } = session()
    done('claire', { type: 'go', activity: 'a' })
    const add: Command = { type: 'act', activity: 'a', action: { type: 'add' } }
    expect(ask('eve', add)).toBe('not-allowed')
    expect(ask('constructor', add)).toBe('not-allowed')
    expect(ask('yanis', { type: 'pause' })).toBe('not-allowed')
    expect(ask('claire', { type: 'presence', away: ['yanis'], back: [] })).toBe('not-allowed')
    expect(ask('yanis', add)).toMatchObject({ entry: { event: { actor: 'yanis', command: add } } })
    done('claire', { type: 'remove', person: 'yanis' })
    expect(ask('yanis', add)).toBe('removed')
    done('claire', { type: 'approval', on: true })
    join('zoé', 'participant')
    expect(ask('zoé', add)).toBe('not-allowed')
    done('claire', { type: 'admit', people: ['zoé'] })
    expect(ask('zoé', add)).toMatchObject({ entry: { event: { actor: 'zoé' } } })
  })

  test('a reason of the asker’s own comes first, judged on the state that the command meets', () => {
    const { ask, draft } = session()
    const seen: unknown[] = []
    const unless = (state: unknown) => {
      seen.push(state)
      return 'full' as const
    }
    const before = draft()
    expect(ask(null, { type: 'joined', person: 'zoé', role: 'participant' }, { unless })).toBe('full')
    expect(ask('yanis', { type: 'pause' }, { unless })).toBe('full')
    expect(seen).toEqual([before.state, before.state])
    expect(draft()).toBe(before)
    const never = { unless: () => null }
    expect(ask('yanis', { type: 'pause' }, never)).toBe('not-allowed')
    expect(ask(null, { type: 'joined', person: 'zoé', role: 'participant' }, never)).toMatchObject({
      entry: { event: { seq: 4 } },
    })
  })
})

describe('[S18] names', () => {
  const rename = (person: string, name?: string): Command => ({
    ...{ type: 'rename' as const, person },
    ...(name === undefined ? {} : { identity: named(name) }),
  })

  test('go beside the log and into what is known, never into an event', () => {
    const { done, draft } = session()
    const decision = done('claire', rename('yanis', ' Canari '))
    expect(decision.entry).toEqual({
      event: {
        seq: 4,
        at: expect.any(Number),
        actor: 'claire',
        commandId: 'claire:1',
        command: { type: 'rename', person: 'yanis' },
      },
      identity: { person: 'yanis', set: tidy('Canari') },
    })
    expect(draft().identities).toEqual(new Map([['yanis', tidy('Canari')]]))
    const added = done('sam', { type: 'add-person', person: 'hall', identity: named('Colibri') })
    expect(added.entry.identity).toEqual({ person: 'hall', set: tidy('Colibri') })
    expect([...draft().identities.keys()]).toEqual(['yanis', 'hall'])
    expect(JSON.stringify([decision.entry.event, added.entry.event])).not.toMatch(/Canari|Colibri|Org/)
  })

  test('a renaming needs one, somebody who is added does not; what the server brings with a join is kept as it is', () => {
    const { ask, done, draft } = session()
    expect(ask('claire', rename('yanis'))).toBe('invalid')
    expect(ask('yanis', rename('yanis'))).toBe('invalid')
    expect(done('claire', { type: 'add-person', person: 'hall' }).entry).not.toHaveProperty('identity')
    const identity = { person: 'zoé', set: named(' Zoé ') }
    const joined: Command = { type: 'joined', person: 'zoé', role: 'participant' }
    expect(done(null, joined, { identity }).entry.identity).toEqual(identity)
    expect(draft().identities.get('zoé')).toEqual(named(' Zoé '))
  })

  test('participants name themselves as the workshop asks; whoever drives, and the server, as they wish', () => {
    const { ask, done } = session()
    expect(done('yanis', rename('yanis', 'Yan')).entry.identity).toEqual({
      person: 'yanis',
      set: { name: 'Yan', organisation: '', territory: '' },
    })
    expect(done('sam', rename('yanis', 'Yan')).entry.identity).toEqual({ person: 'yanis', set: tidy('Yan') })
    expect(done(null, rename('yanis', 'Yan')).entry.identity).toEqual({ person: 'yanis', set: tidy('Yan') })
    done('claire', { type: 'settings', patch: { identity: ['named'] } })
    expect(ask('yanis', rename('yanis', '  '))).toBe('invalid')
    expect(ask('claire', rename('yanis', '  '))).toMatchObject({ entry: { identity: { person: 'yanis' } } })
    expect(ask('yanis', rename('sam', 'Yan'))).toBe('not-allowed')
  })

  test('an undo of a renaming gives the name back, that of anything else none', () => {
    const { ask, done } = session()
    expect(ask('claire', { type: 'undo', seq: 3 })).toBe('nothing-to-undo')
    expect(ask('claire', { type: 'redo', seq: 3 })).toBe('stale')
    done('claire', rename('yanis', 'Canari'))
    done('claire', { type: 'door', locked: true })
    expect(done('claire', { type: 'undo', seq: 5 }).entry).not.toHaveProperty('identity')
    expect(ask('claire', { type: 'undo', seq: 5 })).toBe('stale')
    const undone = done('claire', { type: 'undo', seq: 4 })
    expect(undone.entry.identity).toEqual({ person: 'yanis', revert: 4 })
    // Which one that was is known to the store.
    expect(undone.identities.get('yanis')).toEqual(tidy('Canari'))
    expect(done('claire', { type: 'redo', seq: undone.state.seq }).entry.identity).toEqual({
      person: 'yanis',
      revert: undone.state.seq,
    })
    const door = done('claire', { type: 'door', locked: true })
    done('claire', { type: 'undo', seq: door.state.seq })
    expect(done('claire', { type: 'redo', seq: door.state.seq + 1 }).entry).not.toHaveProperty('identity')
  })

  test('who repeats what a command was not asked for keeps nothing of it', () => {
    const { done } = session()
    const identity = { person: 'yanis', set: named('Faux') }
    done('claire', rename('yanis', 'Canari'))
    const ended = done('claire', { type: 'undo', seq: 4 }, { identity })
    expect(ended.entry.identity).toEqual({ person: 'yanis', revert: 4 })
    expect(ended.identities.get('yanis')).toEqual(tidy('Canari'))
  })
})

describe('what is logged', () => {
  const kinds: Kinds = {
    tally: {
      ...(testKinds['tally'] as SealedKind),
      prepare: (state, raw, { actor }, identities) =>
        (raw as { type: string }).type === 'refused'
          ? { ok: false, refusal: 'closed' }
          : {
              ok: true,
              value: { type: 'set', total: identities.size, actor: actor.id, state, none: undefined },
            },
    },
  }
  const act = (action: unknown, activity = 'a'): Command => ({ type: 'act', activity, action })

  test('of an action what its kind made of it, with the names that are known; to the last undefined', () => {
    const { ask, done } = session(undefined, kinds)
    done('claire', { type: 'go', activity: 'a' })
    done('claire', { type: 'rename', person: 'yanis', identity: named('Canari') })
    const { command } = done('sam', act({ type: 'x' })).entry.event
    expect(command).toEqual(act({ type: 'set', total: 1, actor: 'sam', state: expect.anything() }))
    expect(Object.keys((command as { action: object }).action)).not.toContain('none')
    expect(ask('sam', act({ type: 'refused' }))).toBe('closed')
    // What concerns an activity and is no action of it is none of its kind's.
    const edit: Command = { type: 'plan-edit', activity: 'a', patch: { title: 'Autre' } }
    expect(done('sam', edit).entry.event.command).toEqual(edit)
    // Nor is what the server itself would do, which it never does.
    expect(ask(null, act({ type: 'x' }))).toBe('not-allowed')
    // Where nothing runs there is nobody to ask, and the command is refused for that.
    expect(ask('sam', act({ type: 'refused' }, 'b'))).not.toBe('closed')
    expect(ask('sam', act({ type: 'refused' }, 'z'))).toBe('unknown-activity')
  })

  test('who, when and under which number', () => {
    const { done, now } = session()
    expect(done('claire', { type: 'door', locked: true }).entry).toStrictEqual({
      event: {
        seq: 4,
        at: now(),
        actor: 'claire',
        commandId: 'claire:1',
        command: { type: 'door', locked: true },
      },
    })
  })
})

describe('what the store is told beside it', () => {
  test('[A5] the keys of somebody who drove end when they are removed, and of nobody else', () => {
    const { done, join } = session()
    join('luc', 'cofacilitator')
    expect(done('claire', { type: 'remove', person: 'yanis' }).entry).not.toHaveProperty('endKeysOf')
    expect(done('claire', { type: 'remove', person: 'sam' }).entry.endKeysOf).toEqual(['sam'])
    // Removed already: nothing more ends with the next.
    expect(done('claire', { type: 'remove', person: 'luc' }).entry.endKeysOf).toEqual(['luc'])
    expect(done('claire', { type: 'restore', person: 'sam' }).entry).not.toHaveProperty('endKeysOf')
    expect(done('claire', { type: 'door', locked: true }).entry).not.toHaveProperty('endKeysOf')
  })

  test('[S4] when it ended, that it goes on, and how long it is kept, when that changes', () => {
    const { done, now } = session()
    const told = (command: Command) => {
      const { endedAt, keepDays } = done('claire', command).entry
      return [endedAt, keepDays]
    }
    expect(told({ type: 'settings', patch: { keepDays: 30 } })).toEqual([undefined, 30])
    expect(told({ type: 'settings', patch: { title: 'Autre' } })).toEqual([undefined, undefined])
    expect(told({ type: 'settings', patch: { keepDays: null } })).toEqual([undefined, null])
    expect(told({ type: 'finish' })).toEqual([now(), undefined])
    expect(told({ type: 'door', locked: true })).toEqual([undefined, undefined])
    expect(told({ type: 'reopen' })).toEqual([null, undefined])
    const { entry } = done('claire', { type: 'door', locked: false })
    for (const unsaid of ['endedAt', 'keepDays']) expect(entry).not.toHaveProperty(unsaid)
  })

  test('keys and what is erased, as they were asked', () => {
    const { done } = session()
    const key = { id: 'k', session: 's', person: 'zoé', role: 'participant' } as never
    const joined = done(null, { type: 'joined', person: 'zoé', role: 'participant' }, { keys: [key] })
    expect(joined.entry.keys).toEqual([key])
    expect(joined.entry).not.toHaveProperty('erase')
    const erase = { person: 'zoé', at: 1 } as never
    const erased = done(null, { type: 'erased', person: 'zoé' }, { erase })
    expect(erased.entry.erase).toBe(erase)
    expect(erased.entry).not.toHaveProperty('keys')
  })
})

test('[L1] a workshop does not grow beyond what can be told; one that is too large already may become smaller', () => {
  const large = tallyWorkshop('a', 'b')
  const text = (chars: number) => 'x'.repeat(chars)
  const bytes = (of: unknown) => Buffer.byteLength(JSON.stringify(of))
  const { ask, draft } = session(large)
  const edit = (privateNote: string): Command => ({
    type: 'plan-edit',
    activity: 'a',
    patch: { privateNote },
  })
  const empty = bytes({
    ...large,
    plan: large.plan.map((a) => (a.id === 'a' ? { ...a, privateNote: '' } : a)),
  })
  const room = limits.WORKSHOP_MAX_BYTES - empty
  expect(ask('claire', edit(text(room + 1)))).toBe('too-large')
  expect(ask('claire', edit(text(room)))).toMatchObject({ entry: {} })
  expect(bytes(draft().state.workshop)).toBe(limits.WORKSHOP_MAX_BYTES)
  expect(ask('claire', { type: 'door', locked: true })).toMatchObject({ entry: {} })
})

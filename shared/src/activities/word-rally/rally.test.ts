import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjustPhases, locate } from '../../clock/phases.ts'
import { REVEAL_LEAD_MS } from '../../limits.ts'
import type { Person, Role, Viewer } from '../../people/person.ts'
import { DEFAULT_DEFINITION, type WordRallyDefinition } from './definition.ts'
import { wordRally } from './kind.ts'
import type { WordRallyAction, WordRallyState } from './state.ts'
import { storyDocument } from './story.ts'

const FIVE_MIN = 300_000
const person = (id: string, role: Role, rank: number, hasDevice = true): Person => ({
  id,
  role,
  rank,
  away: false,
  removed: false,
  hasDevice,
})
const PEOPLE = [
  person('fac', 'facilitator', 1),
  person('awa', 'participant', 2),
  person('ben', 'participant', 3),
  person('room', 'participant', 4, false),
]
const viewer = (id: string): Viewer => ({ id, role: PEOPLE.find((p) => p.id === id)?.role ?? 'participant' })
const SCREEN: Viewer = { id: null, role: 'screen' }

interface Scene {
  readonly definition?: Partial<WordRallyDefinition>
  readonly durationMs?: number
  readonly people?: readonly Person[]
  readonly seed?: string
  /** Change of the writing's length by the facilitator, ms. */
  readonly adjusted?: number
}

/** One rally at a time that the test moves by hand. */
function rally({ definition, durationMs = FIVE_MIN, people = PEOPLE, seed = 's', adjusted = 0 }: Scene = {}) {
  const setting = { definition: { ...DEFAULT_DEFINITION, ...definition }, durationMs, seed, people }
  let state: WordRallyState = wordRally.initial(setting)
  let here = people
  const momentAt = (elapsed: number) => {
    const now = { ...setting, people: here }
    const phases = adjustPhases(wordRally.phases(state, now), {
      adjustments: [{ phase: 'writing', ms: adjusted }],
    })
    return { ...now, elapsed, location: locate(phases, elapsed) }
  }
  const act = (id: string | null, action: WordRallyAction, elapsed = FIVE_MIN) => {
    const actor = id === null ? SCREEN : viewer(id)
    const done = wordRally.reduce(state, action, { ...momentAt(elapsed), actor })
    if (done.ok) state = done.value.state
    return done.ok ? 'ok' : done.refusal
  }
  return {
    act,
    see: (who: Viewer, elapsed = FIVE_MIN) =>
      wordRally.view(state, wordRally.audience(state, who), momentAt(elapsed)),
    audience: (who: Viewer) => wordRally.audience(state, who),
    phases: () => wordRally.phases(state, setting),
    state: () => state,
    people: (now: readonly Person[], elapsed = FIVE_MIN) => {
      here = now
      state = wordRally.peopleChanged?.(state, momentAt(elapsed)) ?? state
    },
    harvest: (elapsed = FIVE_MIN) =>
      wordRally.harvest({
        ...momentAt(elapsed),
        state,
        language: 'fr',
        documentNames: [],
        document: () => undefined,
      }),
    own: (id: string, elapsed = FIVE_MIN) => wordRally.own?.(state, momentAt(elapsed)).get(id),
    access: (who: Viewer, name: string, elapsed = 0) =>
      wordRally.access?.(state, name, who, momentAt(elapsed)),
  }
}

describe('the words in time', () => {
  test('[W1] six words in five minutes come at 0, 45, 90, 135, 180 and 225 s', () => {
    expect(rally().phases()).toEqual([
      { id: 'writing', ms: FIVE_MIN, marks: [0, 45_000, 90_000, 135_000, 180_000, 225_000] },
      { id: 'sharing', ms: null, instructed: false },
    ])
  })

  test('[W2] every word has a stretch of writing of its own, whatever the figures', () => {
    const figures = fc.record({
      words: fc.array(fc.constant('mot'), { maxLength: 12 }),
      intervalMs: fc.integer({ min: 1_000, max: 3_600_000 }),
    })
    fc.assert(
      fc.property(figures, fc.integer({ min: 1_000, max: 3_600_000 }), (definition, durationMs) => {
        const marks = rally({ definition, durationMs }).phases()[0]?.marks ?? []
        const step = Math.min(definition.intervalMs, Math.floor(durationMs / Math.max(1, marks.length)))
        expect(marks).toEqual(definition.words.map((_, i) => i * step))
        expect((marks.at(-1) ?? 0) + (marks.length === 0 ? 0 : step)).toBeLessThanOrEqual(durationMs)
      }),
    )
  })

  test('[W3] blank prepared words are left out', () => {
    expect(rally({ definition: { words: [' ', 'fil ', ''] } }).see(viewer('fac')).lead?.words).toMatchObject([
      { word: 'fil', at: 0 },
    ])
  })

  test('[W4] drawn words are distinct words of the pool, the same from the same seed', () => {
    const definition = { source: 'drawn' as const, pool: ['a', 'b', 'c', 'd', 'e', 'a'], draws: 4 }
    const drawn = (seed: string) =>
      rally({ definition, seed })
        .see(viewer('fac'))
        .lead?.words.map((w) => w.word) ?? []
    expect(new Set(drawn('x')).size).toBe(4)
    expect(drawn('x')).toEqual(drawn('x'))
    expect(new Set(Array.from({ length: 20 }, (_, i) => drawn(String(i)).join())).size).toBeGreaterThan(5)
  })

  test.each([
    [0, ['fenêtre']],
    [45_000 - REVEAL_LEAD_MS - 1, ['fenêtre']],
    [45_000 - REVEAL_LEAD_MS, ['fenêtre', 'silence']],
    [225_000, ['fenêtre', 'silence', 'levain', 'voisine', 'boussole', 'éclaircie']],
  ])('[W5] at %i ms a participant and a screen have been told %j', (elapsed, words) => {
    for (const who of [viewer('awa'), SCREEN])
      expect(
        rally()
          .see(who, elapsed)
          .words.map((w) => w.word),
      ).toEqual(words)
  })

  test('[W5] facilitators see what comes next', () => {
    expect(rally().see(viewer('fac'), 0).lead?.words).toHaveLength(6)
    expect(rally().see(viewer('awa'), 0).lead).toBeNull()
  })

  test('[W6] a word that had not come when the writing was cut short never comes', () => {
    const words = (adjusted: number) => rally({ adjusted }).see(viewer('awa'), 290_000).words.length
    expect(words(-200_000)).toBe(3)
    expect(words(0)).toBe(6)
  })

  test('[W7] a drawn word can be replaced until it is told', () => {
    const r = rally({ definition: { source: 'drawn', pool: ['a', 'b', 'c'], draws: 2 } })
    const [first, second] = r.see(viewer('fac'), 0).lead?.words ?? []
    expect([first?.redrawable, second?.redrawable]).toEqual([false, true])
    expect(r.act('fac', { type: 'redraw', index: 0 }, 0)).toBe('not-now')
    expect(r.act('awa', { type: 'redraw', index: 1 }, 0)).toBe('not-allowed')
    expect(r.act('fac', { type: 'redraw', index: 1 }, 0)).toBe('ok')
    const after = r.see(viewer('fac'), 0).lead?.words ?? []
    expect(after[0]?.word).toBe(first?.word)
    expect(after[1]?.word).not.toBe(second?.word)
    expect(rally().act('fac', { type: 'redraw', index: 5 }, 0)).toBe('not-now')
  })
})

describe('the private story', () => {
  test('[W9] a story is open to its author alone, always', () => {
    const r = rally()
    for (const elapsed of [0, FIVE_MIN, 10 * FIVE_MIN]) {
      expect(r.access(viewer('awa'), storyDocument('awa'), elapsed)).toBe('write')
      for (const other of [viewer('ben'), viewer('fac'), SCREEN])
        expect(r.access(other, storyDocument('awa'), elapsed)).toBe('none')
    }
    expect(r.access(SCREEN, 'story-null')).toBe('none')
  })

  test('[W10] a facilitator has a story too', () =>
    expect(rally().access(viewer('fac'), storyDocument('fac'))).toBe('write'))

  test('[W11] the facilitator sees how many write, and on what', () => {
    const r = rally()
    r.act('awa', { type: 'begin', on: 'screen' }, 0)
    r.act('ben', { type: 'begin', on: 'paper' }, 0)
    expect(r.see(viewer('fac'), 0).lead?.writing).toEqual({ screen: 1, paper: 1 })
    r.act('ben', { type: 'begin', on: 'screen' }, 0)
    expect(r.see(viewer('fac'), 0).lead?.writing).toEqual({ screen: 2, paper: 0 })
    expect(r.act('ben', { type: 'begin', on: 'screen' }, 0)).toBe('already')
  })

  test('[W12] no paper where it is not offered', () =>
    expect(rally({ definition: { paper: false } }).act('awa', { type: 'begin', on: 'paper' }, 0)).toBe(
      'not-allowed',
    ))
})

describe('the sharing', () => {
  const sharing = () => {
    const r = rally()
    r.act('ben', { type: 'raise' })
    r.act('awa', { type: 'raise' })
    return r
  }

  test('[W13] hands are raised after the writing only, and keep their order', () => {
    expect(rally().act('awa', { type: 'raise' }, 1_000)).toBe('not-now')
    const r = sharing()
    expect(r.act('awa', { type: 'raise' })).toBe('already')
    expect(r.see(viewer('fac')).lead?.hands.map((h) => h.person)).toEqual(['ben', 'awa'])
    expect(r.see(viewer('awa')).mine?.place).toBe(1)
    expect(r.act('ben', { type: 'lower' })).toBe('ok')
    expect(r.see(viewer('awa')).mine?.place).toBe(0)
    expect(r.act('ben', { type: 'lower' })).toBe('already')
  })

  test('[W13] the person who is called may still say no', () => {
    const r = sharing()
    r.act('fac', { type: 'call', person: 'ben' })
    expect(r.act('ben', { type: 'lower' })).toBe('ok')
    expect(r.state()).toMatchObject({ called: null, hands: ['awa'], heard: [] })
  })

  test('[W14] one at a time, of those who raised a hand or have no device', () => {
    const r = sharing()
    r.act('awa', { type: 'lower' })
    expect(r.act('awa', { type: 'call', person: 'ben' })).toBe('not-allowed')
    expect(r.act('fac', { type: 'call', person: 'awa' })).toBe('stale')
    expect(r.act('fac', { type: 'call', person: 'nobody' })).toBe('unknown-person')
    expect(r.act('fac', { type: 'call', person: 'room' })).toBe('ok')
    expect(r.act('fac', { type: 'call', person: 'ben' })).toBe('not-now')
    expect(r.see(viewer('awa')).called).toMatchObject({ person: 'room', mode: 'waiting', story: '' })
  })

  test('[W15] [W17] only who is called shows a text, and it is the text of the consent', () => {
    const r = sharing()
    expect(r.act('ben', { type: 'show', text: 'Derrière la fenêtre' })).toBe('not-now')
    r.act('fac', { type: 'call', person: 'ben' })
    expect(r.see(SCREEN).called?.story).toBe('')
    for (const other of ['awa', 'fac'])
      expect(r.act(other, { type: 'show', text: 'à sa place' })).toBe('not-now')
    expect(r.act('ben', { type: 'show', text: '  \n' })).toBe('invalid')
    expect(r.act('ben', { type: 'show', text: 'Derrière la fenêtre' })).toBe('ok')
    for (const who of [SCREEN, viewer('awa'), viewer('fac')])
      expect(r.see(who).called).toMatchObject({ person: 'ben', mode: 'shown', story: 'Derrière la fenêtre' })
  })

  test('[W15] aloud shows nothing', () => {
    const r = sharing()
    r.act('fac', { type: 'call', person: 'ben' })
    r.act('ben', { type: 'aloud' })
    expect(r.see(SCREEN).called).toMatchObject({ person: 'ben', mode: 'aloud', story: '' })
  })

  test('[W16] consent is taken back, and the text is gone from the state', () => {
    const r = sharing()
    r.act('fac', { type: 'call', person: 'ben' })
    r.act('ben', { type: 'show', text: 'retiré' })
    r.act('ben', { type: 'aloud' })
    expect(JSON.stringify(r.state())).not.toContain('retiré')
  })

  test('[W18] the end of a reading and a skip can be undone; consent is asked anew', () => {
    const r = sharing()
    r.act('fac', { type: 'call', person: 'ben' })
    expect(r.act('fac', { type: 'skip', to: null })).toBe('ok')
    expect(r.state().hands).toEqual(['awa', 'ben'])
    r.act('fac', { type: 'call', person: 'ben' })
    expect(r.act('fac', { type: 'skip', to: 0 })).toBe('ok')
    expect(r.state().hands).toEqual(['ben', 'awa'])
    r.act('fac', { type: 'call', person: 'ben' })
    r.act('ben', { type: 'show', text: 'montré' })
    expect(r.act('fac', { type: 'end' })).toBe('ok')
    expect(r.state()).toMatchObject({ called: null, heard: ['ben'] })
    expect(r.act('fac', { type: 'recall', person: 'ben' })).toBe('ok')
    expect(r.state()).toMatchObject({ called: { person: 'ben', mode: 'waiting', story: '' }, heard: [] })
    expect(r.act('fac', { type: 'recall', person: 'awa' })).toBe('stale')
  })

  test('[W19] after the reading, and when the writing goes on, no text is on the screens', () => {
    const r = sharing()
    r.act('fac', { type: 'call', person: 'ben' })
    r.act('ben', { type: 'show', text: 'montré' })
    expect(r.see(SCREEN, 1_000).called).toBeNull()
    r.act('fac', { type: 'end' })
    expect(r.see(SCREEN).called).toBeNull()
    expect(JSON.stringify(r.state())).not.toContain('montré')
  })
})

describe('the harvest', () => {
  const words = [...DEFAULT_DEFINITION.words]

  test('[W20] a story is left, changed and taken back', () => {
    const r = rally()
    const keep = (text: string) => r.act('awa', { type: 'keep', text, named: true })
    expect(keep(' ')).toBe('invalid')
    expect(keep('un')).toBe('ok')
    expect(keep('deux')).toBe('ok')
    expect(r.harvest()).toEqual([{ type: 'stories', words, stories: [{ text: 'deux', author: 'awa' }] }])
    expect(r.act('awa', { type: 'unkeep' })).toBe('ok')
    expect(r.act('awa', { type: 'unkeep' })).toBe('already')
    expect(r.harvest()).toEqual([{ type: 'stories', words, stories: [] }])
  })

  test('[W21] without a name there is no author anywhere, and no order that would tell', () => {
    const r = rally()
    r.act('ben', { type: 'keep', text: 'z, sans nom', named: false })
    r.act('awa', { type: 'keep', text: 'a, avec', named: true })
    expect(r.harvest()).toEqual([
      {
        type: 'stories',
        words,
        stories: [
          { text: 'a, avec', author: 'awa' },
          { text: 'z, sans nom', author: null },
        ],
      },
    ])
    for (const who of [viewer('awa'), viewer('fac'), SCREEN])
      expect(JSON.stringify(r.see(who))).not.toContain('ben')
    expect(r.see(viewer('ben')).mine?.kept).toEqual({ text: 'z, sans nom', named: false })
  })

  test('[W22] a text that was shown is not in the harvest for that', () => {
    const r = rally()
    r.act('awa', { type: 'raise' })
    r.act('fac', { type: 'call', person: 'awa' })
    r.act('awa', { type: 'show', text: 'lu' })
    expect(JSON.stringify(r.harvest())).not.toContain('lu')
  })

  test('[W20] also when the session has left the rally before the end of the writing', () => {
    const r = rally()
    expect(r.act('awa', { type: 'keep', text: 'déjà', named: true }, 1_000)).toBe('ok')
    expect(r.harvest(1_000)).toMatchObject([{ stories: [{ text: 'déjà' }] }])
  })

  test.each([
    [0, 0, 1],
    [45_000 - 1, 0, 1],
    [45_000, 0, 2],
    [FIVE_MIN, 0, 6],
    [FIVE_MIN, -200_000, 3],
    [10 * FIVE_MIN, -299_999, 1],
  ])(
    '[W23] the words that were given, though nobody does anything: at %i ms, adjusted by %i ms, %i',
    (elapsed, adjusted, count) => {
      expect(rally({ adjusted }).harvest(elapsed)).toEqual([
        { type: 'stories', words: words.slice(0, count), stories: [] },
      ])
    },
  )

  test('[W24] who is removed leaves the line, the call and the harvest, and is back with what they left', () => {
    const r = rally()
    r.act('awa', { type: 'raise' })
    r.act('ben', { type: 'raise' })
    r.act('ben', { type: 'keep', text: 'ici', named: true })
    r.act('fac', { type: 'call', person: 'ben' })
    r.people(PEOPLE.filter((p) => p.id !== 'ben'))
    expect(r.state()).toMatchObject({ called: null, hands: ['awa'] })
    expect(r.harvest()).toEqual([{ type: 'stories', words, stories: [] }])
    r.people(PEOPLE)
    expect(r.harvest()).toMatchObject([{ stories: [{ text: 'ici' }] }])
  })
})

describe('one’s own, once the rally is over', () => {
  test('[W27] whoever wrote, on screen or on paper, or left a story, finds the words and the choice again', () => {
    const r = rally()
    r.act('awa', { type: 'begin', on: 'paper' }, 0)
    r.act('ben', { type: 'keep', text: 'la mienne', named: false })
    const words = [...DEFAULT_DEFINITION.words]
    expect(r.own('awa')).toEqual({ words, kept: null })
    expect(r.own('awa', 44_999)).toEqual({ words: words.slice(0, 1), kept: null })
    expect(r.own('ben')).toEqual({ words, kept: { text: 'la mienne', named: false } })
    expect(r.own('fac')).toBeUndefined()
    r.people(PEOPLE.filter((p) => p.id !== 'ben'))
    expect(r.own('ben')).toBeUndefined()
  })

  test('[W20] only the choice for the harvest is taken after the end of the session', () => {
    const isOwn = (action: WordRallyAction) => wordRally.isOwn?.(action)
    expect(isOwn({ type: 'keep', text: 'x', named: true })).toBe(true)
    expect(isOwn({ type: 'unkeep' })).toBe(true)
    for (const type of ['raise', 'lower', 'aloud', 'end'] as const) expect(isOwn({ type })).toBe(false)
    expect(isOwn({ type: 'show', text: 'x' })).toBe(false)
  })
})

describe('audiences', () => {
  test('[W25] people without anything of their own share a view', () => {
    const r = rally()
    expect([viewer('awa'), viewer('ben'), SCREEN].map(r.audience)).toEqual(['all', 'all', 'all'])
    expect(r.audience(viewer('fac'))).toBe('drivers')
    r.act('awa', { type: 'raise' })
    r.act('fac', { type: 'keep', text: 'la mienne', named: false })
    expect(['awa', 'ben', 'fac'].map((id) => r.audience(viewer(id)))).toEqual([
      'person:awa',
      'all',
      'drivers:fac',
    ])
    expect(r.see(viewer('ben')).mine).toBeNull()
    expect(r.see(viewer('fac')).lead).not.toBeNull()
  })

  test('[W26] a screen and a stranger change nothing', () => {
    const r = rally()
    const before = r.state()
    expect(r.act(null, { type: 'raise' })).toBe('not-allowed')
    expect(r.act('stranger', { type: 'raise' })).toBe('not-allowed')
    expect(r.state()).toBe(before)
  })
})

/**
 * The contract of kinds (docs/spec/kinds.md), as laws that any kind can be put through.
 * What it finds is a fault of the kind, and the printed seed shows it again.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Moment, Setting } from '../activities/kit/kind.ts'
import type { SealedKind } from '../activities/kit/seal.ts'
import { DOCUMENT_MAX_BYTES, DOCUMENT_MAX_PIECES, DURATION_MAX_MS, DURATION_MIN_MS } from '../limits.ts'
import { drives } from '../people/drives.ts'
import type { Viewer } from '../people/person.ts'
import { HarvestBlocks } from './harvest-schema.ts'
import { notJson, throughJson } from './json.ts'
import type { SealedArbitraries } from './kind-arbitraries.ts'
import {
  type Beat,
  CAST_IDS,
  type Life,
  lives,
  NAME_MARK,
  SCREEN,
  STRANGER,
  VIEWERS,
  walk,
} from './kind-walk.ts'

const idsIn = (value: unknown): string[] => {
  const text = JSON.stringify(value)
  return CAST_IDS.filter((id) => text.includes(id))
}

/** A rule with its name, which throws when the kind breaks it. */
export type Law = readonly [name: string, check: () => void]

/** Makes each law a test. */
export function describeKind(kind: SealedKind, arbitraries: SealedArbitraries): void {
  describe(`the contract of kinds: ${kind.id}`, () => {
    for (const [name, check] of kindLaws(kind, arbitraries)) test(name, () => expect(check).not.toThrow())
  })
}

export function kindLaws(kind: SealedKind, arbitraries: SealedArbitraries, runs = 60): readonly Law[] {
  /** Looks at every step of many random lives. */
  const always = (look: (beat: Beat, life: Life) => void) =>
    fc.assert(
      fc.property(lives(arbitraries), (life) => void walk(kind, life, (beat) => look(beat, life))),
      { numRuns: runs },
    )

  return [
    [
      '[K5] the defaults are a valid definition of a length that a plan accepts',
      () => {
        expect(kind.definition(kind.defaults.definition)).toEqual({
          ok: true,
          value: kind.defaults.definition,
        })
        expect(kind.defaults.durationMs).toBeGreaterThanOrEqual(DURATION_MIN_MS)
        expect(kind.defaults.durationMs).toBeLessThanOrEqual(DURATION_MAX_MS)
      },
    ],

    [
      '[K6] a definition in normal form stays as it is, also through JSON',
      () => {
        fc.assert(
          fc.property(arbitraries.definition, (raw) => {
            const once = kind.definition(raw)
            if (!once.ok) throw new Error('the arbitrary made a definition that is refused')
            expect(notJson(once.value)).toBeNull()
            expect(kind.definition(throughJson(once.value))).toEqual(once)
          }),
          { numRuns: runs },
        )
      },
    ],

    [
      '[K7] every state can be stored: it passes its schema unchanged, also through JSON',
      () =>
        always(({ state }) => {
          expect(notJson(state)).toBeNull()
          expect(kind.state(throughJson(state))).toEqual({ ok: true, value: state })
        }),
    ],

    [
      '[K8] the schemas answer to anything at all',
      () => {
        fc.assert(
          fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (raw) => {
            expect(typeof kind.definition(raw).ok).toBe('boolean')
            expect(typeof kind.state(raw).ok).toBe('boolean')
          }),
        )
      },
    ],

    [
      '[K9] nothing makes it throw, and nothing that it was given changes (all of it is frozen)',
      () => always(() => {}),
    ],

    [
      '[K10] the same life leads to the same state',
      () => {
        fc.assert(
          fc.property(lives(arbitraries), (life) => {
            expect(walk(kind, { ...life }, () => {})).toEqual(walk(kind, life, () => {}))
          }),
          { numRuns: runs },
        )
      },
    ],

    [
      '[K10] a refused action leaves no trace',
      () => {
        fc.assert(
          fc.property(lives(arbitraries), (life) => {
            const accepted: boolean[] = [true]
            const whole = walk(kind, life, ({ act }) => accepted.push(act === undefined || act.outcome.ok))
            expect(walk(kind, withoutRefused(life, accepted.slice(2)), () => {})).toEqual(whole)
          }),
          { numRuns: runs },
        )
      },
    ],

    [
      '[K11] a screen and a stranger change nothing',
      () =>
        always(({ act }) => {
          if (act && (act.actor === SCREEN || act.actor === STRANGER || act.actor.id === null))
            expect(act.outcome.ok).toBe(false)
        }),
    ],

    [
      '[K12] the inverse of a facilitator’s action is accepted at once',
      () =>
        always(({ state, moment, act }) => {
          if (!act?.outcome.ok || !drives(act.actor.role) || act.outcome.value.inverse === undefined) return
          if (!moment.people.some((p) => p.id === act.actor.id)) return
          expect(kind.reduce(state, act.outcome.value.inverse, { ...moment, actor: act.actor }).ok).toBe(true)
        }),
    ],

    [
      '[K13] what is logged and stored has ids and no names',
      () =>
        always(({ state, act }) => {
          expect(JSON.stringify(state)).not.toContain(NAME_MARK)
          if (act?.prepared.ok)
            expect(JSON.stringify(act.prepared.value ?? null) ?? '').not.toContain(NAME_MARK)
        }),
    ],

    [
      '[K14] phases are timing as data',
      () => always(({ state, moment }) => checkPhases(kind.phases(state, settingOf(moment)))),
    ],

    [
      '[K16] what an audience sees is JSON, and the same each time',
      () =>
        always(({ state, moment }) => {
          for (const viewer of VIEWERS) {
            const key = kind.audience(state, viewer)
            const { view } = kind.view(state, key, moment)
            expect(notJson(view)).toBeNull()
            expect(kind.view(state, kind.audience(state, { ...viewer }), moment).view).toEqual(view)
          }
        }),
    ],

    [
      '[K17] nobody is told what is secret for them',
      () =>
        always(({ state, moment }) => {
          for (const viewer of VIEWERS) {
            const { view } = kind.view(state, kind.audience(state, viewer), moment)
            const text = JSON.stringify(view)
            for (const secret of arbitraries.secrets?.(state, viewer, moment) ?? [])
              if (secret !== '' && text.includes(JSON.stringify(secret).slice(1, -1)))
                throw new Error(`${describeViewer(viewer)} is told ${secret}`)
          }
        }),
    ],

    [
      '[K18] everybody whom a view names is somebody of the session, and mentioned',
      () =>
        always(({ state, moment }) => {
          for (const viewer of VIEWERS) {
            const { view, mentions } = kind.view(state, kind.audience(state, viewer), moment)
            expect(CAST_IDS).toEqual(expect.arrayContaining([...mentions]))
            expect([...mentions]).toEqual(expect.arrayContaining(idsIn(view)))
          }
        }),
    ],

    [
      '[K19] an unknown document is closed to everybody',
      () =>
        always(({ state, moment }) => {
          for (const viewer of VIEWERS)
            for (const name of [
              '',
              'no-such-document',
              '__proto__',
              `story-${STRANGER.id}`,
              'g0',
              'constructor',
            ])
              expect(kind.access(state, name, viewer, moment)).toBe('none')
        }),
    ],

    [
      '[K20] a placement is somebody’s, in a room, and not over already',
      () =>
        always(({ state, moment }) => {
          for (const [id, { room, until }] of kind.rooms(state, moment)) {
            expect(CAST_IDS).toContain(id)
            expect(room).toMatch(/^[a-z][a-z0-9-]*$/)
            if (until !== null) expect(until).toBeGreaterThan(moment.elapsed)
          }
        }),
    ],

    [
      '[K21] the harvest of any state is blocks that formats know, about people of the session',
      () => {
        const documents = arbitraries.documents?.(CAST_IDS) ?? fc.constant([])
        fc.assert(
          fc.property(lives(arbitraries), documents, (life, written) => {
            walk(kind, life, ({ state, moment }) => {
              const blocks = kind.harvest({
                ...moment,
                state,
                language: 'fr',
                documentNames: written.map((d) => d.name),
                document: (name) => written.find((d) => d.name === name)?.doc,
              })
              expect(notJson(blocks)).toBeNull()
              expect(HarvestBlocks.safeParse(blocks)).toEqual({ success: true, data: blocks })
              expect(JSON.stringify(blocks)).not.toContain(STRANGER.id)
            })
          }),
          { numRuns: Math.ceil(runs / 2) },
        )
      },
    ],

    [
      '[K29] what somebody may write themselves has a shape, and how large it may grow',
      () => {
        const documents = arbitraries.documents?.(CAST_IDS) ?? fc.constant([])
        fc.assert(
          fc.property(lives(arbitraries), documents, (life, written) => {
            walk(kind, life, ({ state, moment }) => {
              for (const viewer of VIEWERS)
                for (const { name } of written) {
                  if (kind.access(state, name, viewer, moment) !== 'write') continue
                  const shape = kind.shape(name)
                  expect([name, Object.keys(shape?.roots ?? {}).length > 0]).toEqual([name, true])
                  expect(shape?.maxBytes).toBeLessThanOrEqual(DOCUMENT_MAX_BYTES)
                  expect(shape?.maxPieces).toBeLessThanOrEqual(DOCUMENT_MAX_PIECES)
                }
            })
          }),
          { numRuns: Math.ceil(runs / 4) },
        )
      },
    ],

    [
      '[K22] what is one’s own is JSON, of somebody of the session, about nobody else, and tells no secret',
      () =>
        always(({ state, moment }) => {
          const own = kind.own(state, moment)
          expect(moment.people.map((p) => p.id)).toEqual(expect.arrayContaining([...own.keys()]))
          for (const viewer of VIEWERS) {
            const mine = viewer.id === null ? undefined : own.get(viewer.id)
            if (mine === undefined) continue
            expect(kind.keepsOwn).toBe(true)
            expect(notJson(mine)).toBeNull()
            expect(idsIn(mine).filter((id) => id !== viewer.id)).toEqual([])
            const text = JSON.stringify(mine)
            for (const secret of arbitraries.secrets?.(state, viewer, moment) ?? [])
              if (secret !== '' && text.includes(JSON.stringify(secret).slice(1, -1)))
                throw new Error(`${describeViewer(viewer)} is told ${secret}`)
          }
        }),
    ],

    [
      '[K23] an action about what is one’s own changes nothing for other participants and screens',
      () =>
        always(({ before, state, moment, act }) => {
          if (!act?.outcome.ok || !act.prepared.ok || !kind.isOwn(act.prepared.value)) return
          for (const viewer of VIEWERS) {
            if (drives(viewer.role) || viewer.id === act.actor.id) continue
            const seen = (at: unknown) => kind.view(at, kind.audience(at, viewer), moment).view
            expect(seen(state)).toEqual(seen(before))
          }
        }),
    ],

    [
      '[K25] every picture of a definition can be swapped or taken out, those of the harvest too',
      () => {
        const picturesIn = (definition: unknown): string[] => {
          const found: string[] = []
          const same = kind.swapPictures(definition, (picture) => {
            found.push(picture)
            return picture
          })
          expect(same).toEqual(definition)
          return found
        }
        always(({ state, moment }) => {
          const { definition } = moment
          const pictures = new Set(picturesIn(definition))
          for (const block of kind.harvest({
            ...moment,
            state,
            language: 'fr',
            documentNames: [],
            document: () => undefined,
          }))
            if (block.type === 'picture') expect(pictures).toContain(block.picture)
          const swapped = kind.swapPictures(definition, (picture) => `new-${picture.slice(0, 30)}`)
          expect(kind.definition(throughJson(swapped))).toEqual({ ok: true, value: swapped })
          expect(picturesIn(kind.swapPictures(definition, () => null))).toEqual([])
        })
      },
    ],

    [
      '[K26] actions without the words of whoever did them are taken as before, and lead to the same state but for these',
      () => {
        fc.assert(
          fc.property(lives(arbitraries), fc.constantFrom(...CAST_IDS), (life, author) => {
            const before = livedThrough(kind, life)
            const bare = withoutWords(kind, life, before, ({ act }) => act?.actor.id === author)
            const after = livedThrough(kind, bare.life)
            expect(after.map(({ act }) => act?.outcome.ok)).toEqual(before.map(({ act }) => act?.outcome.ok))
            const state = after.at(-1)?.state
            expect(masked(state, bare.words)).toEqual(masked(before.at(-1)?.state, bare.words))
            const text = JSON.stringify(state)
            for (const word of bare.words)
              if (word.length >= LIKE_NO_OTHER_CHARS && text.includes(JSON.stringify(word).slice(1, -1)))
                throw new Error(`${word} is still there`)
          }),
          { numRuns: runs },
        )
      },
    ],

    [
      '[K27] words that a state does not hold any more were of no use to what followed',
      () => {
        if (!kind.forgetsWords) return
        fc.assert(
          fc.property(lives(arbitraries), (life) => {
            const before = livedThrough(kind, life)
            const isSpent = ({ act }: Beat, index: number) =>
              before.slice(index).some(({ state }) => {
                const action = act?.prepared.ok ? act.prepared.value : undefined
                return !kind.isHeld(state, action, act?.actor.id ?? '')
              })
            const after = livedThrough(kind, withoutWords(kind, life, before, isSpent).life)
            expect(after.map(({ act }) => act?.outcome.ok)).toEqual(before.map(({ act }) => act?.outcome.ok))
            expect(after.at(-1)?.state).toEqual(before.at(-1)?.state)
          }),
          { numRuns: runs },
        )
      },
    ],
  ]
}

/** What a life was at its start and after each step. */
function livedThrough(kind: SealedKind, life: Life): readonly Beat[] {
  const beats: Beat[] = []
  walk(kind, life, (beat) => beats.push(beat))
  return beats
}

const INSTEAD = 'Rien n’est resté de ce texte.'
/** A word as long as this is not met by chance. */
const LIKE_NO_OTHER_CHARS = 8

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []

/** The same life in which some of the actions that were taken have no words, and which words these were. */
function withoutWords(
  kind: SealedKind,
  life: Life,
  beats: readonly Beat[],
  isMeant: (beat: Beat, index: number) => boolean,
): { readonly life: Life; readonly words: ReadonlySet<string> } {
  const words = new Set<string>()
  const steps = life.steps.map((step, index) => {
    const beat = beats[index + 1]
    const { prepared, outcome } = beat?.act ?? {}
    if (step.do !== 'act' || !beat || !prepared?.ok || !outcome?.ok || !isMeant(beat, index + 1)) return step
    const action = kind.withoutWords(prepared.value, INSTEAD)
    const left = new Set(stringsIn(action))
    for (const word of stringsIn(prepared.value)) if (!left.has(word)) words.add(word.trim())
    return { ...step, action }
  })
  return { life: { ...life, steps }, words }
}

/** A state in which the words, and what stands in their place, are the same. */
function masked(value: unknown, words: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return words.has(value.trim()) || ['', INSTEAD].includes(value) ? '·' : value
  if (Array.isArray(value)) return value.map((item) => masked(item, words))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, masked(item, words)]))
}

const settingOf = ({ definition, durationMs, seed, people }: Moment<unknown>): Setting<unknown> => ({
  definition,
  durationMs,
  seed,
  people,
})

function checkPhases(phases: ReturnType<SealedKind['phases']>): void {
  expect(notJson(phases)).toBeNull()
  expect(phases.length).toBeGreaterThan(0)
  expect(new Set(phases.map((p) => p.id)).size).toBe(phases.length)
  for (const [index, { ms, marks = [] }] of phases.entries()) {
    if (ms === null) expect(index).toBe(phases.length - 1)
    else expect(ms).toBeGreaterThanOrEqual(0)
    for (const [i, mark] of marks.entries()) {
      expect(mark).toBeGreaterThanOrEqual(i === 0 ? 0 : (marks[i - 1] ?? 0))
      if (ms !== null) expect(mark).toBeLessThan(Math.max(ms, 1))
    }
  }
}

/** The same life without its refused steps; their time passes all the same. */
function withoutRefused(life: Life, accepted: readonly boolean[]): Life {
  let lost = 0
  const steps = life.steps.flatMap((step, index) => {
    if (accepted[index] === false) {
      lost += step.after
      return []
    }
    const kept = { ...step, after: step.after + lost }
    lost = 0
    return [kept]
  })
  return { ...life, steps }
}

const describeViewer = ({ id, role }: Viewer): string => `${role} ${id ?? ''}`

import { cleanText, limits } from '@escale/shared'
import type { WallZone } from '@escale/shared/activities/wall'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  lazy,
  type Ref,
  Suspense,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { useTold } from '../../a11y/use-told.ts'
import { isSending, useEnterKey } from '../../app/enter-key.ts'
import { useAtHand } from '../../connection/at-hand.ts'
import { classNames } from '../../styles/class-names.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { onDrafts } from '../../words/drafts.ts'
import { PartField, useHasParts } from './backgrounds/look.tsx'
import { ColourPicker } from './ColourPicker.tsx'
import css from './Composer.module.css'
import { useMeanings } from './categories.tsx'
import type { Placed, Rows } from './clipboard/index.ts'
import { Values } from './dimensions/Values.tsx'
import { isMarked, keepDraft, readDraft } from './draft-store.ts'
import { NOT_CHOSEN } from './first-colour.ts'
import { flyToWall } from './flight.ts'
import type { Beginning, NoteDraft } from './kept-notes.ts'
import card from './NoteCard.module.css'
import { useArriving } from './paper/arriving.ts'
import { hasArt, PaperTools } from './paper/PaperTools.tsx'
import { pictureIn } from './paper/picture-in.ts'
import { useWallTexts } from './texts.ts'
import { mintName, type Wall } from './use-wall.ts'

interface ComposerProps {
  readonly activity: string
  readonly zones: readonly WallZone[]
  /** What is given to it from the wall, until it is taken; null: nothing. */
  readonly beginning?: Beginning | null
  readonly onBegun?: () => void
  readonly onSend: (draft: NoteDraft) => void
  /** Given: something has to be said before more is sent; it calls what it is given, if it is to be sent all the same. */
  readonly before?: ((send: () => void) => void) | undefined
  /** The paper of a note for which nobody chose one: asked for each note. */
  readonly firstColour: () => number
  /** A colour that somebody chose is theirs from then on; else it is of one note. */
  readonly keepsColour: boolean
  /** How a draft is asked for, should it be sent from elsewhere. */
  readonly toPut: Wall['toPut']
  readonly ref?: Ref<HTMLTextAreaElement>
}

const loadClipboard = () => import('./clipboard/index.ts')
const Pasted = lazy(async () => ({ default: (await loadClipboard()).Pasted }))

/** From here on the number of characters left is shown. */
const WARN_UNDER = 60
/** More lines than this at once are no list of ideas; the rest stays in the field. */
const PASTED_MAX = 40

/** One field that looks like the paper it will become. */
export function Composer({
  activity,
  zones,
  beginning = null,
  onBegun,
  onSend,
  before,
  toPut,
  firstColour,
  keepsColour,
  ref,
}: ComposerProps) {
  const t = useWallTexts()
  const enter = useEnterKey()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => field.current)
  const [pasted, setPasted] = useState<{ readonly rows: Rows; readonly before: string } | null>(null)
  const [draft, setDraft] = useState<NoteDraft>(() => ({
    text: '',
    colour: NOT_CHOSEN,
    zone: '',
    ...readDraft(activity),
  }))
  const hasParts = useHasParts()
  const meanings = useMeanings()
  const [paper, setPaper] = useState(firstColour)
  const chosen = draft.colour === NOT_CHOSEN ? paper : draft.colour
  const colour = meanings.size === 0 || meanings.has(draft.colour) ? chosen : NOT_CHOSEN
  const zone = zones.some((z) => z.id === draft.zone) ? draft.zone : ''
  // Nothing is chosen for anybody: what comes first would be chosen most.
  const lacks = {
    category: colour === NOT_CHOSEN,
    // On a board a note may stand outside of all zones.
    zone: zones.length > 0 && !hasParts && zone === '' && draft.at === undefined,
  }
  const [isAsked, ask] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  /** Asks for what has to be chosen; false: nothing has. */
  const lacksChoice = (): boolean => {
    const lacking = lacks.category ? 'category' : lacks.zone ? 'zone' : null
    ask(lacking !== null)
    if (lacking !== null)
      form.current
        ?.querySelector<HTMLElement>(`[data-choice="${lacking}"] input, select[data-choice="${lacking}"]`)
        ?.focus()
    return lacking !== null
  }
  const here = { colour, zone }
  const left = limits.NOTE_MAX_CHARS - cleanText(draft.text).length
  useTold(String(left < 0), left < 0 ? t('too-long', { count: -left }) : '')
  const maySend = (draft.text.trim() !== '' || hasArt(draft)) && left >= 0

  const change = (patch: Partial<NoteDraft>) => {
    const changed = { ...draft, ...patch }
    const as = changed.as ?? mintName()
    const next = { ...changed, as }
    setDraft(next)
    // What lacks a choice is asked for it, where it was begun.
    const isReady = meanings.size === 0 || meanings.has(next.colour)
    const known = zones.some((z) => z.id === next.zone) ? next.zone : ''
    const put = toPut({ ...next, zone: known, colour: next.colour === NOT_CHOSEN ? paper : next.colour }, as)
    keepDraft(activity, next, isReady ? { ...put, begun: true } : null)
  }
  // Sent or changed in another tab, or sent from above a vote.
  useEffect(
    () =>
      onDrafts((changed) => {
        if (changed === activity)
          setDraft(({ colour: own, zone: ownZone }) => ({
            ...{ text: '', colour: own, zone: ownZone },
            ...readDraft(activity),
          }))
      }),
    [activity],
  )
  const arriving = useArriving()
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken once, when it is given
  useEffect(() => {
    if (beginning === null) return
    if (beginning.photo) arriving.set(beginning.photo)
    if (beginning.zone || beginning.at) change({ zone: beginning.zone ?? '', at: beginning.at })
    onBegun?.()
  }, [beginning])
  const send = () => {
    if (!maySend || arriving.file !== null || lacksChoice()) return
    if (before) before(sendNow)
    else sendNow()
  }
  const sendNow = () => {
    onSend({ ...draft, ...here })
    flyToWall(field.current, draft.text, colour)
    change({
      ...{ text: '', values: undefined, photo: undefined, drawing: undefined, at: undefined },
      as: mintName(),
      // A category stays as it was chosen; a colour that means nothing is of one note.
      ...(meanings.size === 0 && !keepsColour ? { colour: NOT_CHOSEN } : {}),
    })
    setPaper(firstColour())
    setPasted(null)
    announce(t('sent'))
  }
  useAtHand(loadClipboard)
  /** Where the caret is, over what is selected. */
  const insert = (text: string) => {
    const area = field.current
    if (!area) return
    const { value, selectionStart, selectionEnd } = area
    change({ text: value.slice(0, selectionStart) + text + value.slice(selectionEnd) })
    const end = selectionStart + text.length
    requestAnimationFrame(() => area.setSelectionRange(end, end))
  }
  const onPaste = (event: ClipboardEvent) => {
    const picture = pictureIn(event.clipboardData)
    if (picture) return arriving.set(picture)
    const html = event.clipboardData.getData('text/html')
    const plain = event.clipboardData.getData('text/plain')
    if (!/[\t\n\v\r"\u2028]/.test(plain)) return
    event.preventDefault()
    const { text: was } = draft
    // Without its code (the network is gone) it is pasted as it is.
    void loadClipboard().then(
      ({ readClipboard }) => {
        const rows = readClipboard({ html, plain })
        insert(rows.map((row) => row.filter((cell) => cell !== '').join('\n')).join('\n'))
        setPasted(rows.length > 1 ? { rows, before: was } : null)
      },
      () => insert(cleanText(plain)),
    )
  }
  const sendEach = (notes: readonly Placed[]) => {
    const most = notes.slice(0, PASTED_MAX)
    // What each brings along need not be chosen for all.
    const isWhole = most.every(
      (note) => (note.zone !== undefined || !lacks.zone) && (note.colour !== undefined || !lacks.category),
    )
    if (!isWhole && lacksChoice()) return
    if (before) before(() => sendEachNow(notes))
    else sendEachNow(notes)
  }
  const sendEachNow = (notes: readonly Placed[]) => {
    const most = notes.slice(0, PASTED_MAX)
    for (const note of most) {
      // Each on a paper of its own, as if they had been written one by one.
      const own = meanings.size === 0 && draft.colour === NOT_CHOSEN ? firstColour() : colour
      onSend({ colour: own, zone, part: draft.part, ...note })
    }
    const rest = notes.slice(PASTED_MAX).map(({ text }) => text)
    change({ text: [pasted?.before ?? '', ...rest].filter((text) => text !== '').join('\n') })
    announce(t('sent-many', { count: most.length }))
    setPasted(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSending(event, enter)) return
    event.preventDefault()
    send()
  }

  return (
    <form
      ref={form}
      className={classNames(css['composer'], lacks.category ? css['blank'] : card[`paper${colour}`])}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault()
      }}
      onDrop={(event) => {
        const picture = pictureIn(event.dataTransfer)
        if (picture === undefined) return
        event.preventDefault()
        arriving.set(picture)
      }}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label htmlFor={id} className={css['label']}>
        {t('new-title')}
      </label>
      <textarea
        ref={field}
        id={id}
        className={css['field']}
        value={draft.text}
        placeholder={t('your-note-placeholder')}
        rows={3}
        enterKeyHint={enter === 'sends' ? 'send' : 'enter'}
        spellCheck
        autoCorrect="off"
        autoCapitalize="sentences"
        autoComplete="off"
        aria-describedby={`${id}-left ${id}-hint`}
        aria-invalid={left < 0 || undefined}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {pasted === null ? null : (
        <Suspense fallback={null}>
          <Pasted
            rows={pasted.rows}
            places={{ zones: hasParts ? [] : zones, meanings }}
            most={PASTED_MAX}
            onEach={sendEach}
            onOne={() => setPasted(null)}
          />
        </Suspense>
      )}
      <PaperTools
        draft={draft}
        onChange={change}
        arriving={arriving}
        field={field}
        keptAs={activity}
        isKept={isMarked('draft-photo', activity)}
      />
      <div className={css['bar']}>
        <ColourPicker
          value={colour}
          error={isAsked && lacks.category ? t('choose-category') : undefined}
          onChange={(next) => change({ colour: next })}
        />
      </div>
      <PartField hideLabel part={draft.part} onChange={(part) => change({ part })} />
      {zones.length > 0 && !hasParts ? (
        <Select
          label={t('zone')}
          hideLabel
          className={css['zone']}
          required
          data-choice="zone"
          value={zone}
          error={isAsked && lacks.zone ? t('choose-zone') : undefined}
          options={[
            ...(zone === '' ? [{ value: '', label: t('zone-open') }] : []),
            ...zones.map((z, index) => ({
              value: z.id,
              label: z.title || t('zone-title', { index: index + 1 }),
            })),
          ]}
          onChange={(next) => change({ zone: next })}
        />
      ) : null}
      <Values isOnPaper values={draft.values} onChange={(values) => change({ values })} />
      <div className={css['foot']}>
        <span id={`${id}-hint`} className={css['hint']}>
          {t(enter === 'sends' ? 'send-hint' : 'line-hint')}
        </span>
        <span id={`${id}-left`} className={left < 0 ? css['over'] : undefined}>
          {left < 0
            ? t('too-long', { count: -left })
            : left <= WARN_UNDER
              ? t('chars-left', { count: left })
              : ''}
        </span>
        <Button
          type="submit"
          variant="primary"
          className={css['send']}
          aria-disabled={!maySend || undefined}
          // The field keeps the focus, and a telephone its keyboard: the next note can be written at once.
          onMouseDown={(event) => event.preventDefault()}
        >
          {t('send')}
        </Button>
      </div>
    </form>
  )
}

import { limits } from '@escale/shared'
import type { WallZone } from '@escale/shared/activities/wall'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { classNames } from '../../styles/class-names.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { PartField, useHasParts } from './backgrounds/look.tsx'
import { ColourPicker } from './ColourPicker.tsx'
import css from './Composer.module.css'
import { useMeanings } from './categories.tsx'
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
  readonly ref?: Ref<HTMLTextAreaElement>
}

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
  firstColour,
  keepsColour,
  ref,
}: ComposerProps) {
  const t = useWallTexts()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => field.current)
  const [pasted, setPasted] = useState<{ readonly lines: readonly string[]; readonly before: string } | null>(
    null,
  )
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
  const left = limits.NOTE_MAX_CHARS - draft.text.length
  const maySend = (draft.text.trim() !== '' || hasArt(draft)) && left >= 0

  const change = (patch: Partial<NoteDraft>) => {
    const next = { ...draft, ...patch }
    setDraft(next)
    keepDraft(activity, next)
  }
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
    onSend({ ...draft, colour, zone })
    flyToWall(field.current, draft.text, colour)
    change({
      ...{ text: '', values: undefined, photo: undefined, drawing: undefined, at: undefined },
      // A category stays as it was chosen; a colour that means nothing is of one note.
      ...(meanings.size === 0 && !keepsColour ? { colour: NOT_CHOSEN } : {}),
    })
    setPaper(firstColour())
    setPasted(null)
    announce(t('sent'))
  }
  const onPaste = (event: ClipboardEvent) => {
    const picture = pictureIn(event.clipboardData)
    if (picture) return arriving.set(picture)
    const lines = event.clipboardData
      .getData('text/plain')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    setPasted(lines.length > 1 ? { lines, before: draft.text } : null)
  }
  const sendEach = () => {
    if (pasted === null || lacksChoice()) return
    if (before) before(sendEachNow)
    else sendEachNow()
  }
  const sendEachNow = () => {
    if (pasted === null) return
    for (const text of pasted.lines.slice(0, PASTED_MAX)) {
      // Each on a paper of its own, as if they had been written one by one.
      const own = meanings.size === 0 && draft.colour === NOT_CHOSEN ? firstColour() : colour
      onSend({ text, colour: own, zone, part: draft.part })
    }
    const left = pasted.lines.slice(PASTED_MAX)
    change({ text: [pasted.before, ...left].filter((text) => text !== '').join('\n') })
    announce(t('sent-many', { count: pasted.lines.length - left.length }))
    setPasted(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // An Enter that only confirms a composed character is not meant for us.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
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
        enterKeyHint="send"
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
        <div className={css['pasted']} role="status">
          <span>{t('pasted', { count: pasted.lines.length })}</span>
          <Button size="s" variant="primary" onClick={sendEach}>
            {t('paste-each', { count: Math.min(PASTED_MAX, pasted.lines.length) })}
          </Button>
          <Button size="s" variant="quiet" onClick={() => setPasted(null)}>
            {t('paste-one')}
          </Button>
        </div>
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
          {t('send-hint')}
        </span>
        <span id={`${id}-left`} className={left < 0 ? css['over'] : undefined}>
          {left < 0
            ? t('too-long', { count: -left })
            : left <= WARN_UNDER
              ? t('chars-left', { count: left })
              : ''}
        </span>
        <Button type="submit" variant="primary" className={css['send']} aria-disabled={!maySend || undefined}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}

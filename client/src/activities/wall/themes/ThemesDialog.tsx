import type { Refusal, WallNote } from '@escale/shared'
import { GRAINS, groupEdits, type ThemeProposal, type WallView } from '@escale/shared/activities/wall'
import { Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, useCallback, useId, useMemo, useRef, useState } from 'react'
import { randomId } from '../../../connection/random-id.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Checkbox } from '../../../ui/Switch.tsx'
import { RefusalNotice } from '../../kit/RefusalNotice.tsx'
import type { Stage } from '../../kit/views.ts'
import {
  type Draft,
  type DraftGroup,
  draftOf,
  dropGroup,
  moveNotes,
  onWall,
  rename,
  stacksOf,
} from './draft.ts'
import { MoveBar } from './MoveBar.tsx'
import { Choosable, ThemeGroup } from './ThemeGroup.tsx'
import css from './Themes.module.css'
import { useThemeTexts } from './texts.ts'
import { useProposal } from './use-proposal.ts'

const NONE: ReadonlySet<string> = new Set()
const EMPTY: Draft = { groups: [], alone: [], touched: false }
const newId = () => randomId(16)

interface Wish {
  readonly grain?: number | undefined
  readonly withinZones: boolean
}

interface ThemesDialogProps {
  readonly stage: Stage<WallView>
  readonly notes: readonly WallNote[]
  readonly onClose: () => void
  /** These stacks have been made. */
  readonly onDone: (stacks: readonly string[]) => void
}

/** The proposal, to be looked at, corrected and accepted. */
export function ThemesDialog({ stage, notes, onClose, onDone }: ThemesDialogProps) {
  const t = useThemeTexts()
  const aloneId = useId()
  const { activity, view, write } = stage
  const hasZones = view.zones.length > 1
  const [wish, setWish] = useState<Wish>({ withinZones: hasZones })
  const { proposal, busy, refusal, again } = useProposal(activity.id, wish)
  const [held, setHeld] = useState<{ readonly of: ThemeProposal; readonly draft: Draft } | null>(null)
  const [chosen, setChosen] = useState(NONE)
  const [waiting, setWaiting] = useState<Wish | null>(null)
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<Refusal | null>(null)
  const form = useRef<HTMLFormElement>(null)

  if (proposal !== null && held?.of !== proposal) {
    setHeld({ of: proposal, draft: draftOf(proposal, newId) })
    setChosen(NONE)
  }
  const byId = useMemo(() => new Map(notes.map((note) => [note.id, note])), [notes])
  const draft = useMemo(() => (held ? onWall(held.draft, (id) => byId.has(id)) : EMPTY), [held, byId])
  const change = useCallback(
    (next: (draft: Draft) => Draft) => setHeld((now) => now && { ...now, draft: next(now.draft) }),
    [],
  )
  const choose = useCallback(
    (ids: readonly string[], isChosen: boolean) =>
      setChosen((now) => {
        const next = new Set(now)
        for (const id of ids) isChosen ? next.add(id) : next.delete(id)
        return next
      }),
    [],
  )
  const toggle = useCallback(
    (id: string) =>
      setChosen((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id])),
    [],
  )
  const onRename = useCallback(
    (id: string, title: string) => change((now) => rename(now, id, title)),
    [change],
  )

  const picked = [...chosen].filter((id) => byId.has(id))
  const nameOf = (id: string | null | undefined): string => {
    if (id === null) return t('no-theme')
    const at = draft.groups.findIndex((group) => group.id === id)
    return draft.groups[at]?.title.trim() || t('group', { index: (at < 0 ? draft.groups.length : at) + 1 })
  }
  const move = (to: string | null | undefined) => {
    announce(t('moved', { count: picked.length, title: nameOf(to) }))
    change((now) => moveNotes(now, new Set(picked), to === undefined ? newId() : to))
    setChosen(NONE)
  }
  const drop = (group: DraftGroup) => {
    announce(t('dropped', { count: group.notes.length }))
    change((now) => dropGroup(now, group.id))
    // Its button is gone with it.
    document.getElementById(aloneId)?.focus()
  }
  const ask = (next: Wish) => {
    if (draft.touched) setWaiting(next)
    else setWish(next)
  }
  const step = (by: 1 | -1) => {
    const grain = (proposal?.grain ?? 0) + by
    if (!busy && grain >= 0 && grain < GRAINS) ask({ ...wish, grain })
  }
  const stacks = stacksOf(draft)
  const accept = async () => {
    if (stacks.length === 0) return
    setSending(true)
    const outcomes = []
    for (const edit of groupEdits(stacks)) outcomes.push(await write(edit))
    setSending(false)
    const refused = outcomes.find((outcome) => !outcome.ok)
    if (refused && !refused.ok) setFailure(refused.refusal)
    else onDone(stacks.map(({ stack }) => stack))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isChoice = event.target instanceof HTMLInputElement && event.target.type === 'checkbox'
    if (!isChoice || event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    form.current?.querySelector('select')?.focus()
  }

  const isEmpty = draft.groups.length === 0
  return (
    <Dialog
      open
      width="wide"
      title={t('title')}
      onClose={onClose}
      footer={
        <>
          <Button
            variant="primary"
            busy={sending}
            aria-disabled={stacks.length === 0 || undefined}
            onClick={() => void accept()}
          >
            {t('accept', { count: stacks.length })}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p className={css['intro']}>{t('intro')}</p>
      <div className={css['wishes']}>
        <fieldset className={css['grain']}>
          <legend className={css['legend']}>{t('fineness')}</legend>
          <Button
            square
            aria-label={t('coarser')}
            title={t('coarser')}
            aria-disabled={busy || (proposal?.grain ?? 0) <= 0 || undefined}
            onClick={() => step(-1)}
          >
            <Icon of={Minus} />
          </Button>
          <output className={css['found']}>{t('found', { count: draft.groups.length })}</output>
          <Button
            square
            aria-label={t('finer')}
            title={t('finer')}
            aria-disabled={busy || (proposal?.grain ?? GRAINS) >= GRAINS - 1 || undefined}
            onClick={() => step(1)}
          >
            <Icon of={Plus} />
          </Button>
        </fieldset>
        {hasZones ? (
          <Checkbox
            label={t('within-zones')}
            hint={t('within-zones-hint')}
            checked={wish.withinZones}
            onChange={(withinZones) => ask({ ...wish, withinZones })}
          />
        ) : null}
      </div>
      {waiting ? (
        <Notice tone="warning" role="alert">
          <p>{t('changes-lost')}</p>
          <div className={css['group-foot']}>
            <Button
              size="s"
              onClick={() => {
                setWish(waiting)
                setWaiting(null)
              }}
            >
              {t('recompute')}
            </Button>
            <Button size="s" variant="quiet" onClick={() => setWaiting(null)}>
              {t('keep-changes')}
            </Button>
          </div>
        </Notice>
      ) : null}
      {refusal === 'unreachable' ? (
        <Notice tone="warning" role="alert">
          {t('failed')}
        </Notice>
      ) : (
        <RefusalNotice refusal={failure ?? refusal} />
      )}
      {refusal ? (
        <Button className={css['retry']} busy={busy} onClick={again}>
          {t('retry')}
        </Button>
      ) : null}
      {busy && held === null ? <Loading>{t('looking')}</Loading> : null}
      {held !== null && isEmpty && !busy ? <Notice>{t('nothing')}</Notice> : null}
      {held === null ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: a short way from any note to the list below
        <div className={css['preview']} aria-busy={busy || undefined} onKeyDown={onKeyDown}>
          <div className={css['groups']}>
            {draft.groups.map((group, at) => (
              <ThemeGroup
                key={group.id}
                group={group}
                index={at + 1}
                notes={byId}
                chosen={chosen}
                onToggle={toggle}
                onChoose={choose}
                onRename={onRename}
                onDrop={drop}
              />
            ))}
          </div>
          <section className={css['alone']} aria-labelledby={aloneId}>
            <h3 id={aloneId} tabIndex={-1} className={css['alone-title']}>
              {t('alone', { count: draft.alone.length })}
            </h3>
            <p className={css['because']}>{t('alone-hint')}</p>
            <ul className={css['notes']}>
              {draft.alone.map((id) => {
                const note = byId.get(id)
                return note ? (
                  <Choosable key={id} note={note} isChosen={chosen.has(id)} onToggle={toggle} />
                ) : null
              })}
            </ul>
          </section>
          <MoveBar groups={draft.groups} count={picked.length} form={form} onMove={move} />
        </div>
      )}
    </Dialog>
  )
}

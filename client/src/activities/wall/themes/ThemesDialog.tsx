import type { Refusal, WallNote } from '@escale/shared'
import { groupEdits, type WallView } from '@escale/shared/activities/wall'
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TypedBefore } from '../../../words/TypedBefore.tsx'
import { RefusalNotice } from '../../kit/RefusalNotice.tsx'
import type { Stage } from '../../kit/views.ts'
import { type DraftGroup, dropGroup, moveNotes, rename, stacksOf } from './draft.ts'
import { MoveBar } from './MoveBar.tsx'
import { NoteChoices } from './NoteChoices.tsx'
import { ThemeGroup } from './ThemeGroup.tsx'
import css from './Themes.module.css'
import { useThemeTexts } from './texts.ts'
import { newStackId, useDraft } from './use-draft.ts'
import { useProposal, type Wish } from './use-proposal.ts'
import { Wishes } from './Wishes.tsx'

/** From so many notes on, groups are folded: a page with all of them would take seconds, and be read by nobody. */
const FOLDS_FROM_NOTES = 120

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
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<Refusal | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const { draft, change, isThere, byId, chosen, choose, toggle, unchoose, ...before } = useDraft(
    activity.id,
    proposal,
    notes,
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
    change((now) => moveNotes(now, new Set(picked), to === undefined ? newStackId() : to))
    unchoose()
  }
  const drop = (group: DraftGroup) => {
    announce(t('dropped', { count: group.notes.length }))
    change((now) => dropGroup(now, group.id))
    // Its button is gone with it.
    document.getElementById(aloneId)?.focus()
  }
  const stacks = stacksOf(draft)
  const accept = async () => {
    if (stacks.length === 0) return
    setFailure(null)
    setSending(true)
    const outcomes = []
    for (const edit of groupEdits(stacks)) outcomes.push(await write(edit))
    setSending(false)
    const refused = outcomes.find((outcome) => !outcome.ok)
    if (refused && !refused.ok) setFailure(refused.refusal)
    else {
      before.done()
      onDone(stacks.map(({ stack }) => stack))
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isChoice = event.target instanceof HTMLInputElement && event.target.type === 'checkbox'
    if (!isChoice || event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    form.current?.querySelector('select')?.focus()
  }

  const isEmpty = draft.groups.length === 0
  const folds =
    draft.groups.reduce((sum, group) => sum + group.notes.length, draft.alone.length) >= FOLDS_FROM_NOTES
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
      <TypedBefore typed={before} />
      <Wishes
        grain={proposal?.grain}
        busy={busy}
        count={draft.groups.length}
        wish={wish}
        hasZones={hasZones}
        isTouched={draft.touched}
        onWish={setWish}
      />
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
      {busy && !isThere ? <Loading>{t('looking')}</Loading> : null}
      {isThere && isEmpty && !busy && !draft.touched ? <Notice>{t('nothing')}</Notice> : null}
      {isThere ? (
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
                folds={folds}
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
            <NoteChoices
              {...{ chosen, folds }}
              ids={draft.alone}
              notes={byId}
              title={t('no-theme')}
              onToggle={toggle}
            />
          </section>
          <MoveBar groups={draft.groups} count={picked.length} form={form} onMove={move} />
        </div>
      ) : null}
    </Dialog>
  )
}

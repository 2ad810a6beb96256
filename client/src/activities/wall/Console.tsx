import type { WallItem, WallNote } from '@escale/shared'
import type { WallAction, WallSettings, WallView } from '@escale/shared/activities/wall'
import { Lock, LockOpen, Plus } from 'lucide-react'
import { type ReactNode, useCallback, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWritten } from '../kit/place.ts'
import type { Stage } from '../kit/views.ts'
import { BoardControlContext } from './board/viewport.ts'
import css from './Console.module.css'
import { CategoriesProvider } from './categories.tsx'
import { Drawer } from './Drawer.tsx'
import { LiveLook } from './editor/LiveLook.tsx'
import { useEditorTexts } from './editor/texts.ts'
import { NOT_CHOSEN, paperFor, useNewPaper } from './first-colour.ts'
import { FilmControl } from './history/FilmControl.tsx'
import { History } from './history/History.tsx'
import { useHistoryTexts } from './history/texts.ts'
import { useHostTexts } from './host-texts.ts'
import type { Beginning } from './kept-notes.ts'
import { Legend } from './Legend.tsx'
import { NoteCard } from './NoteCard.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import { Inbox, Shelf } from './NotesApart.tsx'
import { useSending } from './paper/use-sending.tsx'
import { Reading } from './Reading.tsx'
import { Reveal } from './Reveal.tsx'
import { Rules } from './Rules.tsx'
import { SaveState } from './SaveState.tsx'
import { createSelection, SelectionContext } from './selection/selection.ts'
import { WallPane } from './sorting/WallPane.tsx'
import { useWallTexts } from './texts.ts'
import { Themes } from './themes/Themes.tsx'
import { Attendance } from './together/Attendance.tsx'
import BoardCursors from './together/BoardCursors.tsx'
import { FollowBar } from './together/FollowBar.tsx'
import { CursorsSwitch, GuideBar, GuideOffer, GuideStart } from './together/GuideControls.tsx'
import { useFollow } from './together/use-follow.ts'
import { useLead } from './together/use-lead.ts'
import { useWriting } from './together/use-writing.ts'
import { useWallPlace } from './together/wall-place.ts'
import { useNoteEditing } from './use-note-editing.tsx'
import { useTally } from './use-tally.ts'
import { useWall } from './use-wall.ts'
import { LikesSwitch, VotePanel } from './voting/VotePanel.tsx'
import { VotingProvider } from './voting/VotingProvider.tsx'
import { WallBody } from './WallBody.tsx'

/** Keeping a wall in order: how many, open or closed, hidden or shown, and every note to be edited. */
export function Console(stage: Stage<WallView>) {
  const written = useWritten()
  const { activity, view, me, act, nameOf } = stage
  const t = useHostTexts()
  const w = useWallTexts()
  const e = useEditorTexts()
  const h = useHistoryTexts()
  const wall = useSending(useWall(stage, w('you')), stage)
  const { notes, signature, mayEdit } = wall
  const tally = useTally(activity.id)
  const { open, layer } = useNoteEditing(wall, view.zones)
  const [adding, setAdding] = useState<Beginning | null>(null)
  const add = (beginning: Beginning = {}) => setAdding(beginning)
  const place = useWallPlace()
  const { root, holder, control } = place
  const { onInput, isWriting } = useWriting(activity.id)
  const lead = useLead(activity.id, root, control)
  const following = useFollow(activity.id, root, control, { isLeading: lead.mode !== null })
  const send = (action: WallAction) => void act(action)
  const set = (settings: WallSettings) => send({ type: 'set', settings })
  const render = useCallback(
    (note: WallNote) => (
      <NoteCard note={note} signature={signature(note)} onEdit={mayEdit(note) ? open : undefined} />
    ),
    [signature, mayEdit, open],
  )
  const newest = wall.mine.at(-1)?.id
  const colour = useNewPaper(view, me.rank, newest)
  const layout = useCallback(
    (item: (item: WallItem) => ReactNode) => (
      <WallBody
        view={view}
        wall={wall}
        render={item}
        onEdit={open}
        columnEm={11}
        colour={colour}
        onWrite={setAdding}
      />
    ),
    [view, wall, open, colour],
  )

  const [selection] = useState(createSelection)

  const page = (
    <CategoriesProvider categories={view.categories} dimensions={view.dimensions} look={view}>
      <div className={css['console']} onInput={onInput}>
        <div className={css['bar']}>
          <p className={css['counts']}>
            {view.hidden ? (
              <>
                <strong>{t('tally-notes', { count: tally.notes })}</strong>{' '}
                {tally.people === null ? '' : t('tally-people', { count: tally.people })}
              </>
            ) : (
              <strong>{t('notes', { count: notes.length })}</strong>
            )}
            {view.locked ? <span className={css['tag']}>{t('is-locked')}</span> : null}
            {view.apart ? <span className={css['tag']}>{t('is-hidden')}</span> : null}
          </p>
          {view.prompt.trim() ? (
            <p {...written} className={css['prompt']} title={view.prompt}>
              {view.prompt}
            </p>
          ) : null}
          <Attendance stage={stage} isWriting={isWriting} />
        </div>
        <div className={css['actions']}>
          <Reveal activity={activity.id} view={view} send={send} />
          <Button size="s" onClick={() => send({ type: view.locked ? 'unlock' : 'lock' })}>
            <Icon of={view.locked ? LockOpen : Lock} /> {t(view.locked ? 'unlock' : 'lock')}
          </Button>
          <Button size="s" onClick={() => add()}>
            <Icon of={Plus} /> {w('add')}
          </Button>
          <Themes stage={stage} notes={notes} />
          <Reading view={view} wall={wall} signature={signature} send={send} />
          <FilmControl stage={stage} notes={notes.length} send={send} />
          <VotePanel stage={stage} wall={wall} />
          {view.hidden ? null : <GuideOffer lead={lead} />}
        </div>
        {view.hidden ? <Notice>{t('hidden-console')}</Notice> : null}
        {notes.length === 0 && !view.hidden ? <p className={css['soft']}>{t('nothing-here')}</p> : null}
        <div className={css['drawers']}>
          <Drawer title={e('layout')} now={e(`layout-${view.layout}`)}>
            <LiveLook view={view} onChange={set} />
            <CursorsSwitch view={view} send={send} />
          </Drawer>
          <Drawer title={t('rules')}>
            <Notice>{t('rules-live')}</Notice>
            <Rules rules={view} isLive onChange={set} />
            <LikesSwitch view={view} send={send} />
          </Drawer>
          <Drawer title={h('title')}>
            <History stage={stage} signature={signature} />
          </Drawer>
        </div>
        <Inbox stage={stage} signature={signature} />
        <Legend />
        {view.hidden ? null : <GuideBar lead={lead} />}
        <BoardControlContext value={holder}>
          <section ref={root} className={css['wall']} aria-label={w('wall-tab')}>
            <WallPane
              {...{ stage, wall, render, open, layout }}
              onWrite={add}
              tools={view.hidden ? null : <GuideStart lead={lead} />}
            />
          </section>
        </BoardControlContext>
        {view.cursors ? <BoardCursors stage={stage} place={place} /> : null}
        {lead.isOther ? <FollowBar following={following} /> : null}
        <Shelf stage={stage} signature={signature} />
        <SaveState saved={wall.saved} />
        {wall.sending}
        {adding ? (
          <NoteDialog
            title={w('new-title')}
            photo={adding.photo}
            keptAs={`note-new-${activity.id}`}
            isNew
            draft={{
              ...{ text: '', colour: NOT_CHOSEN, zone: adding.zone ?? '' },
              ...(adding.at ? { at: adding.at } : {}),
            }}
            firstColour={paperFor(view, me.rank)}
            zones={view.zones}
            authors={view.withoutDevice.map((person) => ({ value: person, label: nameOf(person) }))}
            onSave={wall.add}
            onClose={() => setAdding(null)}
          />
        ) : null}
        {layer}
      </div>
    </CategoriesProvider>
  )
  return (
    <VotingProvider stage={stage}>
      <SelectionContext value={selection}>{page}</SelectionContext>
    </VotingProvider>
  )
}

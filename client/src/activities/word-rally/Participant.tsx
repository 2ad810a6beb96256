import { usedWords, type WordRallyAction, type WordRallyView } from '@escale/shared/activities/word-rally'
import { Feather, NotebookPen } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useTold } from '../../a11y/use-told.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { useMoment } from '../kit/moment.ts'
import { useAct } from '../kit/use-act.ts'
import type { Stage } from '../kit/views.ts'
import { KeepChoice } from './KeepChoice.tsx'
import css from './Participant.module.css'
import { usePaperMode } from './paper-mode.ts'
import { Sharing } from './Sharing.tsx'
import { StoryDesk } from './StoryDesk.tsx'
import { useRallyTexts } from './texts.ts'
import { useShownWords, useWordAnnouncements } from './use-shown-words.ts'
import { useStory } from './use-story.ts'
import { Words } from './Words.tsx'

/** The words, a place to write, and later the sharing. */
export function Participant(stage: Stage<WordRallyView>) {
  const t = useRallyTexts()
  const { activity, view, me } = stage
  const { elapsed, location } = useMoment(activity, { precise: true })
  const shown = useShownWords(view.words, elapsed)
  useWordAnnouncements(shown, elapsed)
  const isSharing = location.phase.id === 'sharing'
  useTold(location.phase.id, isSharing ? t('time-over') : '')
  const words = { shown, toCome: isSharing ? 0 : view.wordCount - shown.length }
  return (
    <div className={css['rally']}>
      {view.objective.trim() === '' || isSharing ? null : (
        <Markdown text={view.objective} topLevel={2} className={css['objective']} />
      )}
      {me.id === null ? (
        <Words {...words} />
      ) : (
        <Writer stage={stage} person={me.id} words={words} isSharing={isSharing} />
      )}
    </div>
  )
}

interface WriterProps {
  readonly stage: Stage<WordRallyView>
  readonly person: string
  readonly words: { readonly shown: ReturnType<typeof useShownWords>; readonly toCome: number }
  readonly isSharing: boolean
  /** In the console, which shows words and readings itself. */
  readonly mineOnly?: boolean
}

/** What one person has of her own: the story, the sheet of paper, the hand. */
export function Writer({ stage, person, words, isSharing, mineOnly = false }: WriterProps) {
  const t = useRallyTexts()
  const { activity, view } = stage
  const story = useStory(activity.id, person)
  const [isPaper, setPaper] = usePaperMode(activity.id)
  const { send } = useAct<WordRallyAction>(stage.act)
  const begun = useRef(false)
  const used = useMemo(
    () =>
      usedWords(
        words.shown.map((w) => w.word),
        story.value,
      ),
    [words.shown, story.value],
  )
  const onPaper = isPaper && view.paper && !isSharing

  const begin = () => {
    if (begun.current) return
    begun.current = true
    void send({ type: 'begin', on: 'screen' })
  }
  const turn = (paper: boolean) => {
    setPaper(paper)
    begun.current = !paper
    void send({ type: 'begin', on: paper ? 'paper' : 'screen' })
  }

  return (
    <>
      {isSharing ? <Sharing stage={stage} story={story.value} mineOnly={mineOnly} /> : null}
      <div className={css['words']} data-paper={onPaper || undefined}>
        <Words {...words} {...(onPaper ? { size: 'big' as const } : { used })} />
      </div>
      {onPaper ? (
        <p>{t('paper-on')}</p>
      ) : (
        <>
          {isSharing && isPaper && story.value === '' ? (
            <p className={css['soft']}>{t('paper-story')}</p>
          ) : null}
          <StoryDesk story={story} onWriting={begin} />
        </>
      )}
      {isSharing ? (
        <KeepChoice kept={view.mine?.kept ?? null} name={stage.me.name} story={story.value} act={stage.act} />
      ) : null}
      {view.paper && !isSharing ? (
        <Button variant="quiet" className={css['turn']} onClick={() => turn(!isPaper)}>
          <Icon of={isPaper ? Feather : NotebookPen} /> {t(isPaper ? 'back-to-screen' : 'take-paper')}
        </Button>
      ) : null}
    </>
  )
}

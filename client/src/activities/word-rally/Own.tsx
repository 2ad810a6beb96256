import { type OwnStory, usedWords } from '@escale/shared/activities/word-rally'
import { useMemo } from 'react'
import type { OwnStage } from '../kit/views.ts'
import { KeepChoice } from './KeepChoice.tsx'
import css from './Participant.module.css'
import { StoryDesk } from './StoryDesk.tsx'
import { useStory } from './use-story.ts'
import { Words } from './Words.tsx'

/** The story again, once the rally is over: to read, to go on writing while one may, and to leave in the récolte or not. */
export const Own = ({ activity, own, me, act }: OwnStage<OwnStory>) =>
  me.id === null ? null : <Again activity={activity} own={own} person={me.id} name={me.name} act={act} />

interface AgainProps extends Pick<OwnStage<OwnStory>, 'activity' | 'own' | 'act'> {
  readonly person: string
  readonly name: string
}

function Again({ activity, own, person, name, act }: AgainProps) {
  const story = useStory(activity, person)
  const used = useMemo(() => usedWords(own.words, story.value), [own.words, story.value])
  return (
    <div className={css['again']}>
      <Words shown={own.words.map((word, at) => ({ word, at, fresh: false }))} toCome={0} used={used} />
      <StoryDesk story={story} />
      <KeepChoice kept={own.kept} name={name} story={story.value} act={act} />
    </div>
  )
}

import { limits } from '@escale/shared'
import { countWords } from '@escale/shared/activities/word-rally'
import { useTold } from '../../a11y/use-told.ts'
import { isTrouble } from '../../documents/saving.ts'
import { SharedText } from '../kit/SharedText.tsx'
import css from './StoryDesk.module.css'
import { useRallyTexts } from './texts.ts'
import type { Story } from './use-story.ts'

interface StoryDeskProps {
  readonly story: Story
  /** Called at each change that is made here. */
  readonly onWriting?: () => void
}

/** The private field, with how many words it has and whether they are safe. */
export function StoryDesk({ story, onWriting }: StoryDeskProps) {
  const t = useRallyTexts()
  const mayWrite = story.access === 'write'
  // That each letter is safe is read by whoever looks; that it is not is told.
  const trouble = isTrouble(story.saved) ? story.saved : ''
  useTold(trouble, trouble && t(trouble))
  const isClosed = story.saved === 'busy' || story.saved === 'unreadable'
  return (
    <div className={css['desk']}>
      <SharedText
        text={story.text}
        label={t('your-story')}
        hint={t(mayWrite ? 'story-private' : 'story-over')}
        placeholder={story.ready ? (mayWrite ? t('story-placeholder') : '') : t('story-opening')}
        readOnly={!story.ready || !mayWrite}
        maxLength={limits.STORY_MAX_CHARS}
        rows={7}
        spellCheck
        className={css['field']}
        onInput={onWriting}
      />
      <p className={css['state']}>
        <span>{t('word-count', { count: countWords(story.value) })}</span>
        {story.value === '' && !isClosed ? null : <span>{t(story.saved)}</span>}
      </p>
    </div>
  )
}

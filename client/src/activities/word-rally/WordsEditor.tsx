import { WORD_MAX_CHARS, WORDS_MAX } from '@escale/shared/activities/word-rally'
import { ArrowUp, Plus, Trash2 } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import css from './Editor.module.css'
import { useRallyTexts } from './texts.ts'

interface WordsEditorProps {
  readonly words: readonly string[]
  readonly onChange: (words: string[]) => void
}

/** The prepared words, in the order in which they are given. */
export function WordsEditor({ words, onChange }: WordsEditorProps) {
  const t = useRallyTexts()
  return (
    <div className={css['words']}>
      <ol>
        {words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place in the list
          <li key={index}>
            <Field
              label={t('word-n', { n: index + 1 })}
              hideLabel
              value={word}
              maxLength={WORD_MAX_CHARS}
              autoComplete="off"
              className={css['word']}
              onChange={(e) => onChange(words.with(index, e.target.value))}
            />
            <Button
              variant="quiet"
              square
              disabled={index === 0}
              aria-label={t('move-up', { n: index + 1 })}
              title={t('move-up', { n: index + 1 })}
              onClick={() => onChange(words.toSpliced(index, 1).toSpliced(index - 1, 0, word))}
            >
              <Icon of={ArrowUp} />
            </Button>
            <Button
              variant="quiet"
              square
              aria-label={t('remove-word', { n: index + 1 })}
              title={t('remove-word', { n: index + 1 })}
              onClick={() => onChange(words.toSpliced(index, 1))}
            >
              <Icon of={Trash2} />
            </Button>
          </li>
        ))}
      </ol>
      {words.length < WORDS_MAX ? (
        <Button size="s" onClick={() => onChange([...words, ''])}>
          <Icon of={Plus} /> {t('add-word')}
        </Button>
      ) : null}
    </div>
  )
}

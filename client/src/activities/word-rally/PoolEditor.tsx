import {
  POOL_MAX,
  WORD_MAX_CHARS,
  WORDS_MAX,
  type WordRallyDefinition,
} from '@escale/shared/activities/word-rally'
import { useEffect, useState } from 'react'
import { TextArea } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { NumberField } from './NumberField.tsx'
import { useRallyTexts } from './texts.ts'

interface PoolEditorProps {
  readonly pool: readonly string[]
  readonly draws: number
  readonly onChange: (patch: Partial<WordRallyDefinition>) => void
}

const wordsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, WORD_MAX_CHARS))
    .filter((line) => line !== '')
    .slice(0, POOL_MAX)

/** The pool as lines of text, and how many words are drawn from it. */
export function PoolEditor({ pool, draws, onChange }: PoolEditorProps) {
  const t = useRallyTexts()
  const [typed, setTyped] = useState(pool.join('\n'))
  const distinct = new Set(pool).size
  // Somebody else's edit, or an undo; one's own unfinished lines stay as they are typed.
  useEffect(() => {
    setTyped((now) => (wordsIn(now).join('\n') === pool.join('\n') ? now : pool.join('\n')))
  }, [pool])
  return (
    <>
      <TextArea
        label={t('pool')}
        hint={t('pool-hint', { max: POOL_MAX })}
        value={typed}
        rows={6}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange({ pool: wordsIn(event.target.value) })
        }}
      />
      <NumberField
        label={t('draws')}
        value={draws}
        min={1}
        max={WORDS_MAX}
        onChange={(next) => onChange({ draws: next })}
      />
      {distinct < draws ? <Notice tone="warning">{t('pool-too-small', { count: distinct })}</Notice> : null}
    </>
  )
}

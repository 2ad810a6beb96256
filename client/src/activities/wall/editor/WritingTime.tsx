import { WRITING_MAX_MS, WRITING_MIN_MS } from '@escale/shared/activities/wall'
import { Switch } from '../../../ui/Switch.tsx'
import css from './Look.module.css'
import { TypedField } from './TypedField.tsx'
import { useEditorTexts } from './texts.ts'

const AT_FIRST_MS = 5 * 60_000
const MINUTE_MS = 60_000
const SECOND_MS = 1_000

/** An empty field is no number: one is about to type another. */
const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

interface WritingTimeProps {
  readonly writingMs: number | null
  readonly onChange: (writingMs: number | null) => void
  readonly isLive: boolean
}

/** How long participants may write, as minutes and seconds; off: until it is closed. */
export function WritingTime({ writingMs, onChange, isLive }: WritingTimeProps) {
  const t = useEditorTexts()
  const minutes = Math.floor((writingMs ?? 0) / MINUTE_MS)
  const seconds = Math.round(((writingMs ?? 0) % MINUTE_MS) / SECOND_MS)
  const set = (min: number, sec: number) => {
    const next = min * MINUTE_MS + sec * SECOND_MS
    if (Number.isInteger(min) && Number.isInteger(sec) && min >= 0 && sec >= 0)
      onChange(Math.min(WRITING_MAX_MS, Math.max(WRITING_MIN_MS, next)))
  }
  const field = { type: 'number', inputMode: 'numeric', min: 0, className: css['number'], isLive } as const
  return (
    <>
      <Switch
        label={t('timed')}
        checked={writingMs !== null}
        onChange={(isTimed) => onChange(isTimed ? AT_FIRST_MS : null)}
      />
      {writingMs === null ? null : (
        <div className={css['stack']}>
          <p className={css['soft']}>{t('timed-hint')}</p>
          <div className={css['time']}>
            <TypedField
              {...field}
              label={t('minutes')}
              value={String(minutes)}
              onCommit={(text) => set(numberIn(text), seconds)}
            />
            <TypedField
              {...field}
              label={t('seconds')}
              max={59}
              value={String(seconds)}
              onCommit={(text) => set(minutes, numberIn(text))}
            />
          </div>
        </div>
      )}
    </>
  )
}

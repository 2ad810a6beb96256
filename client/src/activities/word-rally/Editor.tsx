import { limits } from '@escale/shared'
import {
  INTERVAL_MAX_MS,
  INTERVAL_MIN_MS,
  READERS_MAX,
  type WordRallyDefinition,
} from '@escale/shared/activities/word-rally'
import { TextArea } from '../../ui/Field.tsx'
import { FormattedArea } from '../../ui/formatting/FormattedArea.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import type { EditorProps } from '../kit/views.ts'
import css from './Editor.module.css'
import { NumberField } from './NumberField.tsx'
import { PoolEditor } from './PoolEditor.tsx'
import { Timeline } from './Timeline.tsx'
import { useRallyTexts } from './texts.ts'
import { WordsEditor } from './WordsEditor.tsx'

/** Which words, when, what for, and how the sharing is opened. */
export function Editor({ definition, durationMs, onChange }: EditorProps<WordRallyDefinition>) {
  const t = useRallyTexts()
  const set = (patch: Partial<WordRallyDefinition>) => onChange({ ...definition, ...patch })
  return (
    <div className={css['editor']}>
      <FormattedArea
        label={t('objective')}
        hint={t('objective-hint')}
        value={definition.objective}
        maxLength={limits.INSTRUCTIONS_MAX_CHARS}
        onChange={(e) => set({ objective: e.target.value })}
      />
      <Select
        label={t('source')}
        value={definition.source}
        options={[
          { value: 'prepared', label: t('source-prepared') },
          { value: 'drawn', label: t('source-drawn') },
        ]}
        onChange={(source) => set({ source })}
      />
      {definition.source === 'prepared' ? (
        <WordsEditor words={definition.words} onChange={(words) => set({ words })} />
      ) : (
        <PoolEditor pool={definition.pool} draws={definition.draws} onChange={set} />
      )}
      <NumberField
        label={t('interval')}
        value={Math.round(definition.intervalMs / 1_000)}
        min={INTERVAL_MIN_MS / 1_000}
        max={INTERVAL_MAX_MS / 1_000}
        onChange={(seconds) => set({ intervalMs: seconds * 1_000 })}
      />
      <Timeline definition={definition} durationMs={durationMs} />
      <TextArea
        label={t('invitation-label')}
        hint={t('invitation-hint')}
        placeholder={t('invitation')}
        value={definition.invitation}
        rows={2}
        maxLength={limits.MESSAGE_MAX_CHARS}
        onChange={(e) => set({ invitation: e.target.value })}
      />
      <div className={css['pair']}>
        <NumberField
          label={t('readers-min')}
          value={definition.readersMin}
          min={0}
          max={READERS_MAX}
          onChange={(readersMin) =>
            set({ readersMin, readersMax: Math.max(readersMin, definition.readersMax) })
          }
        />
        <NumberField
          label={t('readers-max')}
          value={definition.readersMax}
          min={0}
          max={READERS_MAX}
          onChange={(readersMax) =>
            set({ readersMax, readersMin: Math.min(readersMax, definition.readersMin) })
          }
        />
      </div>
      <Switch
        label={t('paper')}
        hint={t('paper-hint')}
        checked={definition.paper}
        onChange={(paper) => set({ paper })}
      />
    </div>
  )
}

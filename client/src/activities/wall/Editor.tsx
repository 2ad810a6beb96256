import { limits } from '@escale/shared'
import {
  PLAIN_WALL,
  PROMPT_MAX_CHARS,
  type WallDefinition,
  type WallZone,
  ZONES_MAX,
} from '@escale/shared/activities/wall'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { randomId } from '../../connection/random-id.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { EditorProps } from '../kit/views.ts'
import { CategoriesEditor } from './CategoriesEditor.tsx'
import css from './Editor.module.css'
import { DimensionsEditor } from './editor/DimensionsEditor.tsx'
import { LayoutChoice, LookDetails } from './editor/Look.tsx'
import { StartersEditor } from './editor/StartersEditor.tsx'
import { Templates } from './editor/Templates.tsx'
import { useHostTexts } from './host-texts.ts'
import { Rules } from './Rules.tsx'
import { useWallTexts } from './texts.ts'

/** What the facilitator prepares: the question, the layout, the zones, and who sees what when. */
export function Editor({ definition: given, onChange }: EditorProps<WallDefinition>) {
  const t = useHostTexts()
  // A plan that was made by an earlier version lacks what came since.
  const definition = { ...PLAIN_WALL, ...given }
  const set = (patch: Partial<WallDefinition>) => onChange({ ...definition, ...patch })
  return (
    <div className={css['editor']}>
      <Templates onChoose={set} />
      <TextArea
        label={t('prompt')}
        hint={t('prompt-hint')}
        value={definition.prompt}
        maxLength={PROMPT_MAX_CHARS}
        rows={2}
        onChange={(event) => set({ prompt: event.target.value })}
      />
      <LayoutChoice look={definition} onChange={set} />
      <LookDetails look={definition} onChange={set} />
      <Zones zones={definition.zones} onChange={(zones) => set({ zones })} />
      <CategoriesEditor categories={definition.categories} onChange={(categories) => set({ categories })} />
      <Rules rules={definition} onChange={set} />
      <StartersEditor
        starters={definition.starters}
        zones={definition.zones}
        onChange={(starters) => set({ starters })}
      />
      <DimensionsEditor dimensions={definition.dimensions} onChange={(dimensions) => set({ dimensions })} />
    </div>
  )
}

interface ZonesProps {
  readonly zones: readonly WallZone[]
  readonly onChange: (zones: WallZone[]) => void
}

function Zones({ zones, onChange }: ZonesProps) {
  const t = useHostTexts()
  const w = useWallTexts()
  const move = (from: number, to: number) => {
    const moved = zones[from]
    if (moved) onChange(zones.toSpliced(from, 1).toSpliced(to, 0, moved))
  }
  return (
    <fieldset className={css['zones']}>
      <legend className={css['legend']}>{t('zones')}</legend>
      <p className={css['hint']}>{t('zones-hint')}</p>
      {zones.map((zone, index) => {
        const title = zone.title || String(index + 1)
        return (
          <div key={zone.id} className={css['zone']}>
            <Field
              label={w('zone-title', { index: index + 1 })}
              hideLabel
              placeholder={w('zone-title', { index: index + 1 })}
              className={css['grow']}
              value={zone.title}
              maxLength={limits.LABEL_MAX_CHARS}
              onChange={(event) =>
                onChange(zones.map((z) => (z.id === zone.id ? { ...z, title: event.target.value } : z)))
              }
            />
            <Button
              variant="quiet"
              square
              disabled={index === 0}
              aria-label={t('zone-up', { title })}
              onClick={() => move(index, index - 1)}
            >
              <Icon of={ArrowUp} />
            </Button>
            <Button
              variant="quiet"
              square
              disabled={index === zones.length - 1}
              aria-label={t('zone-down', { title })}
              onClick={() => move(index, index + 1)}
            >
              <Icon of={ArrowDown} />
            </Button>
            <Button
              variant="quiet"
              square
              aria-label={t('remove-zone', { title })}
              onClick={() => onChange(zones.filter((z) => z.id !== zone.id))}
            >
              <Icon of={X} />
            </Button>
          </div>
        )
      })}
      {zones.length < ZONES_MAX ? (
        <Button size="s" onClick={() => onChange([...zones, { id: randomId(8), title: '' }])}>
          <Icon of={Plus} /> {t('add-zone')}
        </Button>
      ) : null}
    </fieldset>
  )
}

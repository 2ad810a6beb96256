import { PenTool, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { usePictureAddress } from '../../kit/session-id.ts'
import type { NoteDraft } from '../kept-notes.ts'
import css from './Attached.module.css'
import { Drawn } from './Drawn.tsx'
import { useToolTexts } from './tool-texts.ts'

interface AttachedProps {
  readonly draft: NoteDraft
  readonly onChange: (patch: Partial<NoteDraft>) => void
  readonly onDraw: () => void
}

/** An address for bytes that are on this device; given back when they are not shown any more. */
export function useObjectUrl(photo: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (photo === undefined) return setUrl(undefined)
    const made = URL.createObjectURL(photo)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [photo])
  return url
}

/** What is on the note that is being written, and how to take it off again. */
export function Attached({ draft, onChange, onDraw }: AttachedProps) {
  const t = useToolTexts()
  const address = usePictureAddress()
  const own = useObjectUrl(draft.photo)
  const picture = draft.photo ? own : draft.picture ? address(draft.picture) : undefined
  if (picture === undefined && !draft.drawing) return null
  return (
    <div className={css['attached']}>
      {picture === undefined ? null : (
        <figure className={css['one']}>
          <img className={css['picture']} src={picture} alt={t('picture')} />
          <Button
            square
            size="s"
            aria-label={t('remove-picture')}
            onClick={() => onChange({ photo: undefined, picture: '' })}
          >
            <Icon of={Trash2} />
          </Button>
        </figure>
      )}
      {draft.drawing ? (
        <figure className={css['one']}>
          <Drawn drawing={draft.drawing} label={t('pad-title')} />
          <div className={css['buttons']}>
            <Button square size="s" aria-label={t('edit-drawing')} onClick={onDraw}>
              <Icon of={PenTool} />
            </Button>
            <Button
              square
              size="s"
              aria-label={t('remove-drawing')}
              onClick={() => onChange({ drawing: '' })}
            >
              <Icon of={Trash2} />
            </Button>
          </div>
        </figure>
      ) : null}
      {picture !== undefined && draft.text.trim() === '' ? (
        <p className={css['word']}>{t('describe')}</p>
      ) : null}
    </div>
  )
}

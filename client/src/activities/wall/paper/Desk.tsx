import { Image, PenTool, Smile } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Attached } from './Attached.tsx'
import css from './Desk.module.css'
import { DrawingPad } from './DrawingPad.tsx'
import { EmojiPanel } from './EmojiPanel.tsx'
import { hasDraftPhoto, keepDraftPhoto, readDraftPhoto } from './kept-pictures.ts'
import type { PaperToolsProps } from './PaperTools.tsx'
import { preparePicture } from './prepare-picture.ts'
import { useToolTexts } from './tool-texts.ts'

/** What is on the note besides words, and what can be put on it. */
export function Desk({ draft, onChange, arriving, field, keptAs }: PaperToolsProps) {
  const t = useToolTexts()
  const file = useRef<HTMLInputElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  const [tool, setTool] = useState<'draw' | 'emoji' | null>(null)
  const state = usePreparing(arriving, (photo) => onChange({ photo }))
  useKeeping(keptAs, draft.photo, (photo) => onChange({ photo }))
  // The button that opened the desk is gone: the focus goes on where it was.
  useEffect(() => {
    if (document.activeElement === document.body) first.current?.focus()
  }, [])
  return (
    <div className={css['desk']}>
      {state === 'idle' ? null : (
        <p role="status" className={css['word']}>
          {t(state)}
        </p>
      )}
      <Attached draft={draft} onChange={onChange} onDraw={() => setTool('draw')} />
      <div className={css['tools']}>
        <Button ref={first} variant="quiet" size="s" onClick={() => file.current?.click()}>
          <Icon of={Image} /> {t('add-picture')}
        </Button>
        <input
          ref={file}
          type="file"
          accept="image/*"
          hidden
          aria-label={t('add-picture')}
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            // The same picture chosen again must count as a change.
            event.target.value = ''
            if (chosen) arriving.set(chosen)
          }}
        />
        <Button variant="quiet" size="s" onClick={() => setTool('draw')}>
          <Icon of={PenTool} /> {t('draw')}
        </Button>
        <Button
          variant="quiet"
          size="s"
          className={css['emoji']}
          aria-expanded={tool === 'emoji'}
          onClick={() => setTool(tool === 'emoji' ? null : 'emoji')}
        >
          <Icon of={Smile} /> {t('emoji')}
        </Button>
      </div>
      {tool === 'draw' ? (
        <DrawingPad
          drawing={draft.drawing ?? ''}
          onDone={(drawing) => {
            setTool(null)
            onChange({ drawing })
          }}
        />
      ) : null}
      {tool === 'emoji' ? (
        <EmojiPanel field={field} onText={(text) => onChange({ text })} onClose={() => setTool(null)} />
      ) : null}
    </div>
  )
}

/** Makes a picture that arrives ready to be sent. */
function usePreparing(
  { file, set }: PaperToolsProps['arriving'],
  onPhoto: (photo: Blob) => void,
): 'idle' | 'preparing' | 'unreadable' {
  const [isUnreadable, setUnreadable] = useState(false)
  const latest = useRef({ onPhoto, set })
  latest.current = { onPhoto, set }
  useEffect(() => {
    if (file === null) return
    let isOld = false
    setUnreadable(false)
    preparePicture(file)
      .then(
        (photo) => {
          // By now other words may be in the field: `latest` knows them.
          if (!isOld) latest.current.onPhoto(photo)
        },
        () => {
          if (!isOld) setUnreadable(true)
        },
      )
      .finally(() => {
        if (!isOld) latest.current.set(null)
      })
    return () => {
      isOld = true
    }
  }, [file])
  return file === null ? (isUnreadable ? 'unreadable' : 'idle') : 'preparing'
}

/** The picture beside the note that is being written stays on this device with its words, until it is sent. */
function useKeeping(
  keptAs: string | undefined,
  photo: Blob | undefined,
  onPhoto: (photo: Blob) => void,
): void {
  const latest = useRef({ photo, onPhoto })
  latest.current = { photo, onPhoto }
  const [isRead, setRead] = useState(keptAs === undefined || photo !== undefined || !hasDraftPhoto(keptAs))
  useEffect(() => {
    if (keptAs === undefined || isRead) return
    void readDraftPhoto(keptAs).then((kept) => {
      if (kept && !latest.current.photo) latest.current.onPhoto(kept)
      setRead(true)
    })
  }, [keptAs, isRead])
  useEffect(() => {
    if (keptAs !== undefined && isRead) void keepDraftPhoto(keptAs, photo)
  }, [keptAs, photo, isRead])
}

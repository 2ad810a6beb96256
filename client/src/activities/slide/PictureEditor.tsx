import { limits } from '@escale/shared'
import { PICTURE_ALT_MAX_CHARS, type SlideDefinition } from '@escale/shared/activities/slide'
import { ImagePlus, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useRefusalTexts } from '../../i18n/refusal-texts.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { usePictureAddress, useSessionId } from '../kit/session-id.ts'
import css from './Editor.module.css'
import { useSlideTexts } from './texts.ts'
import { type Upload, type UploadOutcome, uploadPicture } from './upload.ts'

type Picture = SlideDefinition['picture']

interface PictureEditorProps {
  readonly picture: Picture
  readonly onChange: (picture: Picture) => void
}

const MAX_MEGABYTES = limits.PICTURE_MAX_BYTES / (1024 * 1024)
const ACCEPTED = 'image/png,image/jpeg,image/webp,image/gif'

type Trouble = Exclude<Extract<UploadOutcome, { ok: false }>['refusal'], 'cancelled'>

/** Choose, send, describe, credit, replace, remove. */
export function PictureEditor({ picture, onChange }: PictureEditorProps) {
  const t = useSlideTexts()
  const address = usePictureAddress()
  const { fraction, trouble, send, cancel } = useUpload((id) => {
    announce(t('uploading-done'))
    onChange({ picture: id, alt: '', credit: picture?.credit ?? '' })
  })
  return (
    <>
      {picture === null ? null : (
        <div className={css['picture']}>
          <img src={address(picture.picture)} alt={picture.alt} />
          <div className={css['fields']}>
            <TextArea
              label={t('alt')}
              hint={t('alt-hint')}
              value={picture.alt}
              maxLength={PICTURE_ALT_MAX_CHARS}
              rows={2}
              className={css['wide']}
              onChange={(e) => onChange({ ...picture, alt: e.target.value })}
            />
            {picture.alt.trim() === '' ? (
              <Notice tone="warning" className={css['wide'] ?? ''}>
                {t('alt-missing')}
              </Notice>
            ) : null}
            <Field
              label={t('credit-label')}
              hint={t('credit-hint')}
              optional
              value={picture.credit}
              maxLength={limits.LABEL_MAX_CHARS}
              className={css['wide']}
              onChange={(e) => onChange({ ...picture, credit: e.target.value })}
            />
          </div>
        </div>
      )}
      {fraction === null ? (
        <div className={css['buttons']}>
          <FileButton label={t(picture ? 'change-picture' : 'add-picture')} onFile={send} />
          {picture ? (
            <Button size="s" variant="quiet" onClick={() => onChange(null)}>
              <Icon of={Trash2} /> {t('remove-picture')}
            </Button>
          ) : null}
        </div>
      ) : (
        <div className={css['progress']}>
          <label>
            {t('uploading', { percent: Math.round(fraction * 100) })}
            <progress max={1} value={fraction} />
          </label>
          <Button size="s" onClick={cancel}>
            {t('cancel')}
          </Button>
        </div>
      )}
      <p className={css['soft']}>{t('picture-hint', { max: MAX_MEGABYTES })}</p>
      {trouble ? <TroubleNotice trouble={trouble} /> : null}
    </>
  )
}

function TroubleNotice({ trouble }: { readonly trouble: Trouble }) {
  const t = useSlideTexts()
  const refusals = useRefusalTexts()
  const words =
    trouble === 'unreachable' || trouble === 'invalid' || trouble === 'too-large'
      ? t(`upload-${trouble}`, { max: MAX_MEGABYTES })
      : refusals(trouble)
  return (
    <Notice tone="danger" role="alert">
      {words}
    </Notice>
  )
}

/** One upload at a time; it is given up when the editor closes. */
function useUpload(arrived: (picture: string) => void) {
  const session = useSessionId()
  const upload = useRef<Upload | null>(null)
  const [fraction, setFraction] = useState<number | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  useEffect(() => () => upload.current?.cancel(), [])

  const send = async (file: File) => {
    setTrouble(null)
    if (file.size > limits.PICTURE_MAX_BYTES) return setTrouble('too-large')
    setFraction(0)
    upload.current = uploadPicture(session, file, setFraction)
    const outcome = await upload.current.done
    upload.current = null
    setFraction(null)
    if (outcome.ok) arrived(outcome.value.picture)
    else if (outcome.refusal !== 'cancelled') setTrouble(outcome.refusal)
  }
  return { fraction, trouble, send, cancel: () => upload.current?.cancel() }
}

interface FileButtonProps {
  readonly label: string
  readonly onFile: (file: File) => Promise<void>
}

/** The browser's file dialog behind a button of ours. */
function FileButton({ label, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button size="s" onClick={() => input.current?.click()}>
        <Icon of={ImagePlus} /> {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file chosen again must count as a change.
          event.target.value = ''
          if (file) void onFile(file)
        }}
      />
    </>
  )
}

import { limits } from '@escale/shared'
import { ImagePlus } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useRefusalTexts } from '../../i18n/refusal-texts.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import css from './PictureUpload.module.css'
import { usePictureTexts } from './picture-texts.ts'
import { useSessionId } from './session-id.ts'
import { type Upload, type UploadOutcome, uploadPicture } from './upload.ts'

const MAX_MEGABYTES = limits.PICTURE_MAX_BYTES / (1024 * 1024)
const ACCEPTED = 'image/png,image/jpeg,image/webp,image/gif'

type Trouble = Exclude<Extract<UploadOutcome, { ok: false }>['refusal'], 'cancelled'>

interface PictureUploadProps {
  /** What the button says. */
  readonly label: string
  /** The picture is in the session, under this id. */
  readonly onArrived: (picture: string) => void
  /** Other buttons beside it. */
  readonly children?: ReactNode
}

/** Choosing a picture of one's own and sending it into the session: how far it is, and what went wrong. */
export function PictureUpload({ label, onArrived, children }: PictureUploadProps) {
  const t = usePictureTexts()
  const { fraction, trouble, send, cancel } = useUpload((id) => {
    announce(t('done'))
    onArrived(id)
  })
  return (
    <>
      {fraction === null ? (
        <div className={css['buttons']}>
          <FileButton label={label} onFile={send} />
          {children}
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
      <p className={css['soft']}>{t('hint', { max: MAX_MEGABYTES })}</p>
      {trouble ? <TroubleNotice trouble={trouble} /> : null}
    </>
  )
}

function TroubleNotice({ trouble }: { readonly trouble: Trouble }) {
  const t = usePictureTexts()
  const refusals = useRefusalTexts()
  const words =
    trouble === 'unreachable' || trouble === 'invalid' || trouble === 'too-large'
      ? t(trouble, { max: MAX_MEGABYTES })
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

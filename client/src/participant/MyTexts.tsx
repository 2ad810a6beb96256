import { useRef } from 'react'
import { useWritten } from '../activities/kit/place.ts'
import { OwnSurface } from '../activities/OwnSurface.tsx'
import { useLive, useSession } from '../stores/live-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { KeptWords } from '../words/KeptWords.tsx'
import { useKept } from '../words/use-kept.ts'
import { useDialogTexts } from './dialog-texts.ts'
import css from './MyTexts.module.css'
import { useOwn } from './use-own.ts'

interface MyTextsProps {
  readonly onClose: () => void
}

/** What one wrote in private, to find it again when the session has moved on, and after its end. */
export function MyTexts({ onClose }: MyTextsProps) {
  const t = useDialogTexts()
  return (
    <Dialog open onClose={onClose} title={t('my-texts')} width="wide">
      <MovedOn onClose={onClose} />
      <Texts />
    </Dialog>
  )
}

function Texts() {
  const written = useWritten()
  const t = useDialogTexts()
  const { send } = useLive()
  const me = useSession((s) => s.me)
  const own = useOwn()
  const now = useSession((s) => (s.session?.status === 'running' ? s.activity?.id : undefined))
  const kept = useKept(now)
  if (me === null) return null
  if (own.length === 0 && !kept.isAny) return <p>{t('my-texts-none')}</p>
  return (
    <>
      <KeptWords begunIn={kept.begunIn} />
      {own.map(({ activity, kind, title, own: mine }) => (
        <section key={activity} aria-label={title} className={css['text']}>
          <h3 {...written}>{title}</h3>
          <OwnSurface
            kind={kind}
            stage={{ activity, own: mine, me, act: (action) => send({ type: 'act', activity, action }) }}
          />
        </section>
      ))}
    </>
  )
}

/** Said here too when the session moves on meanwhile: the dialog hides it. */
function MovedOn({ onClose }: Pick<MyTextsProps, 'onClose'>) {
  const t = useDialogTexts()
  const session = useSession((s) => s.session)
  const activity = useSession((s) => s.activity)
  const scene = `${session?.status}/${activity?.id}`
  const opened = useRef(scene)
  if (scene === opened.current) return null
  const title = session?.status === 'running' ? activity?.title : undefined
  return (
    <div className={css['moved']}>
      <p role="status">{title ? t('moved-on', { title }) : t('moved-on-quietly')}</p>
      <Button size="s" onClick={onClose}>
        {t('back-to-session')}
      </Button>
    </div>
  )
}

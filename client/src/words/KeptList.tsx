import { type ReactNode, useState } from 'react'
import { useWritten } from '../activities/kit/place.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/Button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Notice } from '../ui/Notice.tsx'
import css from './KeptList.module.css'
import { useWordsTexts } from './texts.ts'

export interface KeptItem {
  readonly id: string
  readonly text: string
  /** Why it is here, in words. */
  readonly why: ReactNode
  /** Absent: it can be sent where it was begun only. */
  readonly onSend?: (() => void) | undefined
  readonly onDrop: () => void
}

/** What somebody wrote and the others do not have: to be sent, copied elsewhere, or thrown away. */
export function KeptList({ items }: { readonly items: readonly KeptItem[] }) {
  const t = useWordsTexts()
  if (items.length === 0) return null
  return (
    <section aria-label={t('kept')}>
      <ul className={css['kept']}>
        {items.map((item) => (
          <Kept key={item.id} {...item} />
        ))}
      </ul>
    </section>
  )
}

function Kept({ text, why, onSend, onDrop }: KeptItem) {
  const written = useWritten()
  const t = useWordsTexts()
  const [isSure, setSure] = useState(false)
  const copy = async () => announce(t((await copyText(text)) ? 'copied' : 'copy-failed'))
  return (
    <li>
      <Notice tone="warning" role="status">
        <p>{why}</p>
        <blockquote className={css['text']} {...written}>
          {text || t('no-text')}
        </blockquote>
        <p className={css['actions']}>
          {onSend ? (
            <Button size="s" variant="primary" onClick={onSend}>
              {t('send')}
            </Button>
          ) : null}
          {text ? (
            <Button size="s" onClick={() => void copy()}>
              {t('copy')}
            </Button>
          ) : null}
          <Button
            size="s"
            variant="quiet"
            onClick={() => (isSure ? onDrop() : setSure(true))}
            onBlur={() => setSure(false)}
          >
            {t(isSure ? 'drop-sure' : 'drop')}
          </Button>
        </p>
      </Notice>
    </li>
  )
}

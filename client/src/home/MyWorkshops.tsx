import { useRef, useState } from 'react'
import { at } from '../app/addresses.ts'
import { deleteJson } from '../connection/api.ts'
import { useLanguage } from '../i18n/language.ts'
import { announce } from '../ui/announce.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { dayOf } from '../ui/day.ts'
import { Notice } from '../ui/Notice.tsx'
import { nameOfCopy } from '../ui/name-of-copy.ts'
import { useSayCopy } from '../ui/use-say-copy.ts'
import { workshopCopy } from './duplicate.ts'
import { KeptName } from './KeptName.tsx'
import css from './MyWorkshops.module.css'
import { useMineTexts } from './mine-texts.ts'
import type { useCreate } from './use-create.ts'
import { type MySession, useMySessions } from './use-my-sessions.ts'

interface MyWorkshopsProps extends Pick<ReturnType<typeof useCreate>, 'create' | 'making'> {
  /** The first name that this device keeps; empty: none. */
  readonly name?: string
  readonly onForgetName?: () => void
}

const nothing = () => {}

/** What this browser knows: the sessions one drives, and those one takes part in. Nothing at all for a newcomer. */
export function MyWorkshops({ create, making, name = '', onForgetName = nothing }: MyWorkshopsProps) {
  const t = useMineTexts()
  const language = useLanguage()
  const sayCopy = useSayCopy()
  const { mine, takeOff, look } = useMySessions()
  const [asked, ask] = useState<MySession | null>(null)
  const [trouble, setTrouble] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)

  const duplicate = async (one: MySession) => {
    const file = await workshopCopy(one.session, (title) =>
      nameOfCopy(
        title || t('untitled'),
        mine.map((other) => other.title),
        sayCopy,
      ),
    )
    setTrouble(file === undefined ? t('no-copy') : '')
    if (file !== undefined) await create(`copy of ${one.session}`, '/sessions', { file, language })
  }
  const remove = async (one: MySession) => {
    const done = await deleteJson(`/sessions/${one.session}?as=facilitator`, { sure: true })
    ask(null)
    setTrouble(done.ok ? '' : t(done.refusal === 'not-allowed' ? 'remove-not-yours' : 'remove-failed'))
    if (done.ok) announce(t('removed'))
    await look(one)
    heading.current?.focus()
  }
  const drop = (one: MySession) => {
    takeOff(one)
    heading.current?.focus()
  }

  if (mine.length === 0 && name === '') return null
  const groups = [
    { name: t('facilitated'), of: mine.filter((one) => one.as === 'facilitator') },
    { name: t('joined'), of: mine.filter((one) => one.as === 'participant') },
  ].filter(({ of }) => of.length > 0)
  return (
    <section aria-labelledby="mine-title" className={css['mine']}>
      <h2 id="mine-title" ref={heading} tabIndex={-1}>
        {t('title')}
      </h2>
      <p className={css['hint']}>{t('hint')}</p>
      <KeptName
        name={name}
        onForget={() => {
          onForgetName()
          heading.current?.focus()
        }}
      />
      {trouble === '' ? null : (
        <Notice tone="danger" role="alert">
          {trouble}
        </Notice>
      )}
      {groups.map(({ name, of }) => (
        <div key={name}>
          <h3 className={css['group']}>{name}</h3>
          <ul className={css['list']}>
            {of.map((one) => (
              <Row
                key={`${one.as} ${one.session}`}
                one={one}
                isBusy={making === `copy of ${one.session}`}
                onDuplicate={() => void duplicate(one)}
                onRemove={() => ask(one)}
                onDrop={() => drop(one)}
              />
            ))}
          </ul>
        </div>
      ))}
      <Dialog
        open={asked !== null}
        onClose={() => ask(null)}
        title={t('remove-ask', { title: asked?.title || t('untitled') })}
        footer={
          <>
            <Button variant="danger" onClick={() => asked && void remove(asked)}>
              {t('remove-yes')}
            </Button>
            <Button onClick={() => ask(null)}>{t('cancel')}</Button>
          </>
        }
      >
        <p>{t('remove-why')}</p>
      </Dialog>
    </section>
  )
}

interface RowProps {
  readonly one: MySession
  readonly isBusy: boolean
  readonly onDuplicate: () => void
  readonly onRemove: () => void
  readonly onDrop: () => void
}

function Row({ one, isBusy, onDuplicate, onRemove, onDrop }: RowProps) {
  const t = useMineTexts()
  const language = useLanguage()
  const { session, as, standing, readable } = one
  const title = one.title || t('untitled')
  const named = (what: string) => t('of', { what, title })
  const isIn = standing === 'lobby' || standing === 'running' || standing === 'ended'
  const isMine = as === 'facilitator'
  const way = isMine
    ? { to: at(`/console/${session}`), word: t(standing === 'deleted' ? 'restore' : 'resume') }
    : { to: at(`/p/${session}`), word: t('rejoin') }
  return (
    <li className={css['row']}>
      <div className={css['words']}>
        <span className={css['name']} dir="auto" translate="no">
          {title}
        </span>
        <span className={css['hint']}>
          {standing === 'asking' ? null : `${t(standing)} · `}
          {t('seen', { day: dayOf(one.at, language, Date.now()) })}
        </span>
      </div>
      <div className={css['deeds']}>
        {isIn || standing === 'deleted' ? (
          <a href={way.to} className={buttonClass('secondary', 's')} aria-label={named(way.word)}>
            {way.word}
          </a>
        ) : null}
        {isIn && readable ? (
          <a
            href={at(`/harvest/${session}`)}
            className={buttonClass('quiet', 's')}
            aria-label={named(t('harvest'))}
          >
            {t('harvest')}
          </a>
        ) : null}
        {isIn && isMine ? (
          <>
            <Button
              size="s"
              variant="quiet"
              busy={isBusy}
              aria-label={named(t('duplicate'))}
              onClick={onDuplicate}
            >
              {t('duplicate')}
            </Button>
            <Button size="s" variant="quiet" aria-label={named(t('remove'))} onClick={onRemove}>
              {t('remove')}
            </Button>
          </>
        ) : null}
        {isIn && isMine ? null : (
          <Button size="s" variant="quiet" aria-label={named(t('take-off'))} onClick={onDrop}>
            {t('take-off')}
          </Button>
        )}
      </div>
    </li>
  )
}

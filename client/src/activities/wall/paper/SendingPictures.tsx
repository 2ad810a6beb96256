import { useEffect, useState } from 'react'
import { useRefusalTexts } from '../../../i18n/refusal-texts.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Wall } from '../use-wall.ts'
import { useObjectUrl } from './Attached.tsx'
import { dropJob, keepJob, type PictureJob, readJobs } from './kept-pictures.ts'
import css from './SendingPictures.module.css'
import { useSendingTexts } from './sending-texts.ts'
import { type UploadTrouble, useUpload } from './use-upload.ts'

interface SendingPicturesProps {
  readonly activity: string
  /** Who is writing: what one person left behind is never sent as another. */
  readonly owner: string
  /** What was asked since the page was loaded. */
  readonly fresh: readonly PictureJob[]
  readonly wall: Pick<Wall, 'add' | 'edit' | 'notes' | 'mine'>
}

/** What was asked and is not done, the oldest first; kept on the device meanwhile. */
function useJobs({ activity, owner, fresh }: Omit<SendingPicturesProps, 'wall'>) {
  const [kept, setKept] = useState<readonly PictureJob[]>([])
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    let hasLeft = false
    void readJobs(activity, Date.now()).then((jobs) => {
      if (!hasLeft) setKept(jobs.filter((job) => job.owner === owner))
    })
    return () => {
      hasLeft = true
    }
  }, [activity, owner])
  useEffect(() => {
    for (const job of fresh) if (!settled.has(job.id)) void keepJob(job)
  }, [fresh, settled])
  const all = new Map([...kept, ...fresh].map((job) => [job.id, job]))
  return {
    jobs: [...all.values()].filter(({ id }) => !settled.has(id)),
    settle: (id: string) => {
      setSettled((before) => new Set(before).add(id))
      void dropJob(id)
    },
  }
}

/** Every picture on its way: how far it is, what holds it up, and what to do then. */
export function SendingPictures({ wall, ...asked }: SendingPicturesProps) {
  const t = useSendingTexts()
  const { jobs, settle } = useJobs(asked)
  if (jobs.length === 0) return null
  return (
    <ul className={css['jobs']} aria-label={t('title')}>
      {jobs.map((job) => (
        <Sending key={job.id} job={job} wall={wall} onSettled={settle} />
      ))}
    </ul>
  )
}

const SAID = ['waiting', 'slower', 'not-now', 'too-large', 'too-many', 'invalid'] as const
const isSaid = (trouble: string): trouble is (typeof SAID)[number] =>
  (SAID as readonly string[]).includes(trouble)

function Sending({
  job,
  wall,
  onSettled,
}: Pick<SendingPicturesProps, 'wall'> & {
  readonly job: PictureJob
  readonly onSettled: (id: string) => void
}) {
  const t = useSendingTexts()
  const refusals = useRefusalTexts()
  const { id, draft, note, person, photo } = job
  const [isGone, setGone] = useState(false)
  const put = (picture: string) => {
    if (note === null) wall.add({ ...draft, picture }, person)
    else {
      const now = [...wall.notes, ...wall.mine].find((one) => one.id === note)
      if (now === undefined) return setGone(true)
      const isAlone = draft.text.trim() === '' && !draft.drawing
      wall.edit(now, isAlone ? { ...draft, picture } : { ...now, picture })
    }
    announce(t('sent'))
    onSettled(id)
  }
  const { fraction, trouble, again } = useUpload(photo, put)
  const url = useObjectUrl(photo)
  const say = (what: UploadTrouble): string => (isSaid(what) ? t(what) : refusals(what))
  const words = isGone ? t('gone') : trouble === null ? '' : say(trouble)
  const hasMore = draft.text.trim() !== '' || Boolean(draft.drawing)
  return (
    <li className={css['job']}>
      {url === undefined ? null : <img className={css['picture']} src={url} alt="" />}
      <div className={css['told']}>
        {draft.text.trim() === '' ? null : <p className={css['text']}>{draft.text}</p>}
        {words === '' ? (
          <label className={css['progress']}>
            {t('sending')}
            <progress max={1} value={fraction} />
          </label>
        ) : null}
        <p role="status" className={css['word']}>
          {words}
        </p>
        <div className={css['buttons']}>
          {trouble === null || isGone ? null : (
            <Button size="s" onClick={again}>
              {t('again')}
            </Button>
          )}
          {trouble !== null && hasMore && note === null ? (
            <Button
              size="s"
              onClick={() => {
                wall.add(draft, person)
                onSettled(id)
              }}
            >
              {t('without')}
            </Button>
          ) : null}
          <Button size="s" variant="quiet" onClick={() => onSettled(id)}>
            {t('drop')}
          </Button>
        </div>
      </div>
    </li>
  )
}

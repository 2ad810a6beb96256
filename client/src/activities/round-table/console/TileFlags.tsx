import { HelpingHand, Hourglass, TriangleAlert } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Naming, ProperName } from '../../../ui/ProperName.tsx'
import { roughly } from '../durations.ts'
import css from './GroupTile.module.css'
import { useDeskTexts } from './texts.ts'
import type { GroupTileProps } from './tile-props.ts'

const GIVE_MS = 2 * 60_000

/** What in this group asks for somebody, with the gesture that answers it. */
export function TileFlags({ tile, elapsed, nameOf, send }: GroupTileProps) {
  const t = useDeskTexts()
  const { group, isOpen, isFew, isQuiet, overrunMs, partner } = tile
  const { help, key } = group
  const partnerNumber = partner?.slice(1)
  return (
    <>
      {help && isOpen ? (
        <div className={css['flag']}>
          <p>
            <Icon of={HelpingHand} size={1} />
            <strong>
              {help.takenBy === null ? (
                t('tile-help')
              ) : (
                <Naming name={nameOf(help.takenBy)}>{(name) => t('tile-help-taken', { name })}</Naming>
              )}
            </strong>
            <span>
              <ProperName>{nameOf(help.by)}</ProperName> ·{' '}
              {t('tile-help-since', { time: roughly(elapsed - help.at, t) })}
            </span>
          </p>
          {help.reason ? <p className={css['reason']}>{t('tile-reason', { reason: help.reason })}</p> : null}
          <div className={css['row']}>
            {help.takenBy === null ? (
              <Button
                size="s"
                variant="primary"
                onClick={() =>
                  void send({ type: 'help-take', group: key }).then((taken) =>
                    taken ? send({ type: 'visit', group: key }) : undefined,
                  )
                }
              >
                {t('tile-take')}
              </Button>
            ) : null}
            <Button size="s" onClick={() => void send({ type: 'help-answer', group: key })}>
              {t('tile-answered')}
            </Button>
          </div>
        </div>
      ) : null}
      {group.asksTimeAt !== null && isOpen ? (
        <div className={css['flag']}>
          <p>
            <Icon of={Hourglass} size={1} /> {t('tile-asks-time')}
          </p>
          <Button size="s" onClick={() => void send({ type: 'extend', group: key, ms: GIVE_MS })}>
            {t('tile-give')}
          </Button>
        </div>
      ) : null}
      {isFew ? (
        <div className={css['flag']}>
          <p>
            <Icon of={TriangleAlert} size={1} /> {t('tile-few')}
          </p>
          {partner !== null && partnerNumber ? (
            <Button size="s" onClick={() => void send({ type: 'merge', from: key, into: partner })}>
              {t('tile-merge', { n: partnerNumber })}
            </Button>
          ) : null}
        </div>
      ) : null}
      {isQuiet ? <p className={css['mark']}>{t('tile-quiet')}</p> : null}
      {overrunMs > 0 ? (
        <p className={css['mark']}>{t('tile-overrun', { time: roughly(overrunMs, t) })}</p>
      ) : null}
    </>
  )
}

import { Button } from '../../../ui/Button.tsx'
import { Naming } from '../../../ui/ProperName.tsx'
import { roughly } from '../durations.ts'
import type { Sending } from '../use-sending.ts'
import css from './Console.module.css'
import { type DeskSay, useDeskTexts } from './texts.ts'
import type { Tile } from './tiles.ts'

/** More than these fill the window: the summary counts the others. */
const SHOWN = 4

interface NeedingProps {
  readonly tiles: readonly Tile[]
  readonly elapsed: number
  readonly nameOf: (person: string) => string
  readonly send: Sending['send']
}

function why({ group, isFew, isQuiet, overrunMs }: Tile, elapsed: number, t: DeskSay): string {
  if (group.help !== null)
    return `${t('tile-help')} · ${t('tile-help-since', { time: roughly(elapsed - group.help.at, t) })}`
  if (group.asksTimeAt !== null) return t('tile-asks-time')
  if (isFew) return t('tile-few')
  return isQuiet ? t('tile-quiet') : t('tile-overrun', { time: roughly(overrunMs, t) })
}

/** The groups that need somebody rise here; their tiles stay where they are. */
export function Needing({ tiles, elapsed, nameOf, send }: NeedingProps) {
  const t = useDeskTexts()
  if (tiles.length === 0) return null
  return (
    <ul className={css['needing']} aria-label={t('needing')}>
      {tiles.slice(0, SHOWN).map((tile) => {
        const { group } = tile
        const taker = group.help?.takenBy ?? null
        return (
          <li key={group.key}>
            <strong>{t('group', { n: group.number })}</strong>
            <span>{why(tile, elapsed, t)}</span>
            {taker === null ? (
              <Button
                size="s"
                onClick={() =>
                  void (
                    group.help ? send({ type: 'help-take', group: group.key }) : Promise.resolve(true)
                  ).then((taken) => (taken ? send({ type: 'visit', group: group.key }) : undefined))
                }
              >
                {t(group.help ? 'tile-take' : 'tile-visit')}
                <span className={css['apart']}> ({t('group', { n: group.number })})</span>
              </Button>
            ) : (
              <span>
                <Naming name={nameOf(taker)}>{(name) => t('tile-help-taken', { name })}</Naming>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

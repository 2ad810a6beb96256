import type { Harvest, HarvestNote, PersonId } from '@escale/shared'
import { ProperName } from '../ui/ProperName.tsx'
import css from './Written.module.css'

/** What somebody wrote: their line breaks, their direction, their spelling. */
export const Written = ({ text }: { readonly text: string }) => (
  <p className={css['written']} dir="auto">
    {text.trim()}
  </p>
)

/** The author's name, when the récolte tells it. */
export function Signature({
  harvest: { names },
  author,
}: {
  readonly harvest: Harvest
  readonly author: PersonId | null
}) {
  const name = author === null ? undefined : names?.[author]
  return name === undefined ? null : (
    <p className={css['signature']}>
      — <ProperName>{name}</ProperName>
    </p>
  )
}

/** What a note was measured by. */
export function Measures({ note: { values = [] } }: { readonly note: HarvestNote }) {
  if (values.length === 0) return null
  return (
    <dl className={css['measures']}>
      {values.map(({ label, value }) => (
        <div key={label} className={css['measure']}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

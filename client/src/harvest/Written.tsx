import type { Harvest, HarvestNote, PersonId } from '@escale/shared'
import { Fragment } from 'react'
import { LinkedText } from '../ui/LinkedText.tsx'
import { ProperName } from '../ui/ProperName.tsx'
import css from './Written.module.css'

/** What somebody wrote: their line breaks, their direction, their spelling; an address in it can be followed. */
export const Written = ({ text }: { readonly text: string }) => (
  <p className={css['written']} dir="auto">
    <LinkedText text={text.trim()} />
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

/** Names beside each other. */
export const Names = ({ names }: { readonly names: readonly string[] }) =>
  names.map((name, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
    <Fragment key={index}>
      {index > 0 ? ', ' : ''}
      <ProperName>{name}</ProperName>
    </Fragment>
  ))

/** What a note was measured by. */
export function Measures({ note: { values = [] } }: { readonly note: HarvestNote }) {
  if (values.length === 0) return null
  return (
    <dl className={css['measures']}>
      {values.map(({ label, value }) => (
        <div key={label} className={css['measure']}>
          <dt dir="auto">{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

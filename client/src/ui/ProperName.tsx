import { Fragment, type ReactNode } from 'react'

/** A person's name, or what stands for one: no translator's business, and read in its own direction. */
export const ProperName = ({ children }: { readonly children: ReactNode }) => (
  <bdi translate="no">{children}</bdi>
)

interface NamingProps {
  readonly name: string
  /** The sentence, with the name given to it in it. */
  readonly children: (name: string) => string
}

/** Stands for the name while the sentence is made: no keyboard has it. */
const HERE = '\uE000'

/** A sentence with a name in it. */
export const Naming = ({ name, children }: NamingProps) =>
  children(HERE)
    .split(HERE)
    .map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no identity and no state
      <Fragment key={index}>
        {index > 0 ? <ProperName>{name}</ProperName> : null}
        {part}
      </Fragment>
    ))

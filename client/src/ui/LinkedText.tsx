import { linkParts } from '@escale/shared'
import { OutsideLink } from './OutsideLink.tsx'

/** What somebody wrote, in which addresses can be followed. */
export const LinkedText = ({ text }: { readonly text: string }) =>
  linkParts(text).map((part, index) =>
    part.href === undefined ? (
      part.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name
      <OutsideLink key={index} href={part.href}>
        {part.text}
      </OutsideLink>
    ),
  )

import { Fragment, lazy, Suspense } from 'react'
import { useWritten } from '../activities/kit/place.ts'
import { classNames } from '../styles/class-names.ts'
import { drawnText } from './drawn-text.ts'
import css from './Markdown.module.css'

export interface MarkdownProps {
  readonly text: string
  /** The level that `#` becomes; what stands above on the page decides. */
  readonly topLevel?: 2 | 3 | 4
  readonly className?: string | undefined
}

/** A large library that most instructions do not need. Without it the text stands as it was written. */
const MarkedText = lazy(() =>
  import('./MarkedText.tsx').then(
    ({ MarkedText }) => ({ default: MarkedText }),
    () => ({ default: PlainText }),
  ),
)

/** What may mean something in Markdown, or be an address. A text without any of it is paragraphs and nothing else. */
const MAY_BE_MARKED = /[\\*_`#[\]<>~|&=+@\t]|:\/\/|www\.|^ *(?:-|\d+[.)])|^ {4}/im

/** Markdown as React elements (MarkedText.tsx says what of it). */
export function Markdown({ text, topLevel = 3, className }: MarkdownProps) {
  const written = useWritten()
  return (
    <div {...written} className={classNames(css['markdown'], className)}>
      {MAY_BE_MARKED.test(text) ? (
        <Suspense fallback={<PlainText text={text} />}>
          <MarkedText text={text} topLevel={topLevel} />
        </Suspense>
      ) : (
        <PlainText text={text} />
      )}
    </div>
  )
}

/** Paragraphs, with their line breaks. */
/* biome-ignore-start lint/suspicious/noArrayIndexKey: paragraphs and lines have no identity and no state */
const PlainText = ({ text }: { readonly text: string }) =>
  text
    .trim()
    .split(/\n(?:[ ]*\n)+/)
    .map((paragraph, index) => (
      <p key={index} dir="auto">
        {paragraph.split('\n').map((line, at) => (
          <Fragment key={at}>
            {at === 0 ? null : <br />}
            {drawnText(line.trim())}
          </Fragment>
        ))}
      </p>
    ))
/* biome-ignore-end lint/suspicious/noArrayIndexKey: see above */

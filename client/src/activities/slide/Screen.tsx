import type { SlideView } from '@escale/shared/activities/slide'
import { ExternalLink, Play } from 'lucide-react'
import { classNames } from '../../styles/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { Fit } from '../kit/Fit.tsx'
import type { Stage } from '../kit/views.ts'
import css from './Screen.module.css'
import { hostOf, Picture, Quotes } from './Sheet.tsx'
import { useSlideTexts } from './texts.ts'

/** From here on a list is set in two columns. */
const LONG_LIST = 7
const countItems = (markdown: string): number => markdown.match(/^[ \t]*(?:[-*+]|\d+[.)])\s/gm)?.length ?? 0

/** The slide for a room: text as large as it may be, the picture beside it, addresses to be read aloud. */
export function Screen({ view }: Stage<SlideView>) {
  const t = useSlideTexts()
  const { body, quotes, picture, links, video } = view
  const hasText = body.trim() !== '' || quotes.length > 0
  const addresses = video ? [{ ...video, label: video.label || t('video') }, ...links] : links
  return (
    <div className={css['screen']}>
      <div className={classNames(css['main'], picture && hasText && css['beside'])}>
        {hasText ? (
          <Fit>
            <div className={classNames(css['text'], countItems(body) >= LONG_LIST && css['columns'])}>
              {body.trim() === '' ? null : <Markdown text={body} topLevel={2} className={css['body']} />}
              {quotes.length > 0 ? (
                <div className={css['quotes']}>
                  <Quotes quotes={quotes} />
                </div>
              ) : null}
            </div>
          </Fit>
        ) : null}
        {picture ? (
          <div className={css['picture']}>
            <Picture picture={picture} />
          </div>
        ) : null}
      </div>
      {addresses.length > 0 ? (
        <ul className={css['addresses']}>
          {addresses.map(({ label, url }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: links have no identity and no state
            <li key={index} className={css['address']}>
              <Icon of={video && index === 0 ? Play : ExternalLink} />
              <span>{label || hostOf(url)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

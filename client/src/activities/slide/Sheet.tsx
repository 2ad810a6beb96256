import type { SlideView } from '@escale/shared/activities/slide'
import { ExternalLink, Play } from 'lucide-react'
import { classNames } from '../../styles/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { OutsideLink } from '../../ui/OutsideLink.tsx'
import { useWritten } from '../kit/place.ts'
import { usePictureAddress } from '../kit/session-id.ts'
import css from './Sheet.module.css'
import { useSlideTexts } from './texts.ts'

interface SheetProps {
  readonly view: SlideView
  readonly className?: string | undefined
}

export const isBlank = ({ body, quotes, picture, links, video }: SlideView): boolean =>
  body.trim() === '' && quotes.length === 0 && picture === null && links.length === 0 && video === null

/** The slide as one reads it on a phone or beside the console. */
export function Sheet({ view, className }: SheetProps) {
  const { body, quotes, picture, links, video } = view
  return (
    <div className={classNames(css['sheet'], className)}>
      {body.trim() === '' ? null : <Markdown text={body} topLevel={2} className={css['body']} />}
      {quotes.length > 0 ? <Quotes quotes={quotes} /> : null}
      {picture ? <Picture picture={picture} /> : null}
      {video ? <Video video={video} /> : null}
      {links.length > 0 ? <Links links={links} /> : null}
    </div>
  )
}

export function Quotes({ quotes }: { readonly quotes: SlideView['quotes'] }) {
  const written = useWritten()
  const t = useSlideTexts()
  return quotes.map(({ text, author, url }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: quotes have no identity and no state
    <figure key={index} className={css['quote']}>
      <blockquote {...written}>{text}</blockquote>
      {author === '' && url === '' ? null : (
        <figcaption translate="no">
          {url === '' ? author : <OutsideLink href={url}>{author || t('source')}</OutsideLink>}
        </figcaption>
      )}
    </figure>
  ))
}

export function Picture({ picture }: { readonly picture: NonNullable<SlideView['picture']> }) {
  const t = useSlideTexts()
  const address = usePictureAddress()
  return (
    <figure className={css['picture']}>
      <img src={address(picture.picture)} alt={picture.alt || t('undescribed')} />
      {picture.credit === '' ? null : <figcaption>{t('credit', { credit: picture.credit })}</figcaption>}
    </figure>
  )
}

export const hostOf = (url: string): string => {
  try {
    return new URL(url).host.replace(/^www\./, '')
  } catch {
    return url
  }
}

function Video({ video }: { readonly video: NonNullable<SlideView['video']> }) {
  const t = useSlideTexts()
  return (
    <OutsideLink href={video.url} className={css['video']}>
      <span className={css['play']}>
        <Icon of={Play} size={1.6} />
      </span>
      <span>
        <strong>{video.label || t('watch-video')}</strong>
        <small>{t('video-elsewhere', { host: hostOf(video.url) })}</small>
      </span>
    </OutsideLink>
  )
}

function Links({ links }: { readonly links: SlideView['links'] }) {
  const t = useSlideTexts()
  return (
    <nav aria-label={t('links')}>
      <ul className={css['links']}>
        {links.map(({ label, url }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: links have no identity and no state
          <li key={index}>
            <OutsideLink href={url} className={css['link']}>
              <Icon of={ExternalLink} />
              <span>
                {label || hostOf(url)}
                {label ? <small>{hostOf(url)}</small> : null}
              </span>
            </OutsideLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

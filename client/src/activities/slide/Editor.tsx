import { limits } from '@escale/shared'
import { LINKS_MAX, QUOTE_MAX_CHARS, QUOTES_MAX, type SlideDefinition } from '@escale/shared/activities/slide'
import { Plus } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { FormattedArea } from '../../ui/formatting/FormattedArea.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import type { EditorProps } from '../kit/views.ts'
import { AddressField } from './AddressField.tsx'
import css from './Editor.module.css'
import { PictureEditor } from './PictureEditor.tsx'
import { Row, Section } from './Section.tsx'
import { useSlideTexts } from './texts.ts'

const put = <T,>(items: readonly T[], index: number, patch: Partial<T>): T[] =>
  items.map((item, i) => (i === index ? { ...item, ...patch } : item))

/** Everything that can be on a slide, in the order in which it is shown. */
export function Editor({ definition, onChange }: EditorProps<SlideDefinition>) {
  const t = useSlideTexts()
  const set = (patch: Partial<SlideDefinition>) => onChange({ ...definition, ...patch })
  const { quotes, links, video } = definition
  return (
    <div className={css['editor']}>
      <Body body={definition.body} onChange={(body) => set({ body })} />

      <Section title={t('picture')}>
        <PictureEditor picture={definition.picture} onChange={(picture) => set({ picture })} />
      </Section>

      <Section title={t('video')} hint={t('video-hint')}>
        {video === null ? (
          <Button size="s" onClick={() => set({ video: { label: '', url: '' } })}>
            <Icon of={Plus} /> {t('add-video')}
          </Button>
        ) : (
          <Row removeLabel={t('remove-video')} onRemove={() => set({ video: null })}>
            <Field
              label={t('video-label')}
              value={video.label}
              maxLength={limits.TITLE_MAX_CHARS}
              onChange={(e) => set({ video: { ...video, label: e.target.value } })}
            />
            <AddressField
              label={t('link-url')}
              value={video.url}
              onChange={(url) => set({ video: { ...video, url } })}
            />
          </Row>
        )}
      </Section>

      <Section title={t('links')}>
        {links.map((link, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place in the list
            key={index}
            removeLabel={t('remove-link', { label: link.label || String(index + 1) })}
            onRemove={() => set({ links: links.toSpliced(index, 1) })}
          >
            <Field
              label={t('link-label')}
              value={link.label}
              maxLength={limits.TITLE_MAX_CHARS}
              onChange={(e) => set({ links: put(links, index, { label: e.target.value }) })}
            />
            <AddressField
              label={t('link-url')}
              value={link.url}
              onChange={(url) => set({ links: put(links, index, { url }) })}
            />
          </Row>
        ))}
        {links.length < LINKS_MAX ? (
          <Button size="s" onClick={() => set({ links: [...links, { label: '', url: '' }] })}>
            <Icon of={Plus} /> {t('add-link')}
          </Button>
        ) : null}
      </Section>

      <Section title={t('quotes')}>
        {quotes.map((quote, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a quote is its place in the list
            key={index}
            removeLabel={t('remove-quote', { author: quote.author || String(index + 1) })}
            onRemove={() => set({ quotes: quotes.toSpliced(index, 1) })}
          >
            <TextArea
              label={t('quote-text')}
              value={quote.text}
              maxLength={QUOTE_MAX_CHARS}
              className={css['wide']}
              onChange={(e) => set({ quotes: put(quotes, index, { text: e.target.value }) })}
            />
            <Field
              label={t('quote-author')}
              value={quote.author}
              maxLength={limits.TITLE_MAX_CHARS}
              onChange={(e) => set({ quotes: put(quotes, index, { author: e.target.value }) })}
            />
            <AddressField
              label={t('quote-url')}
              value={quote.url}
              onChange={(url) => set({ quotes: put(quotes, index, { url }) })}
            />
          </Row>
        ))}
        {quotes.length < QUOTES_MAX ? (
          <Button size="s" onClick={() => set({ quotes: [...quotes, { text: '', author: '', url: '' }] })}>
            <Icon of={Plus} /> {t('add-quote')}
          </Button>
        ) : null}
      </Section>
    </div>
  )
}

function Body({ body, onChange }: { readonly body: string; readonly onChange: (body: string) => void }) {
  const t = useSlideTexts()
  const id = useId()
  return (
    <div className={css['body']}>
      <FormattedArea
        label={t('body')}
        hint={t('body-hint')}
        value={body}
        maxLength={limits.INSTRUCTIONS_MAX_CHARS}
        rows={8}
        onChange={(e) => onChange(e.target.value)}
      />
      <section className={css['preview']} aria-labelledby={id}>
        <h4 id={id} className={css['title']}>
          {t('preview')}
        </h4>
        {body.trim() === '' ? (
          <p className={css['soft']}>{t('preview-empty')}</p>
        ) : (
          <Markdown text={body} topLevel={4} />
        )}
      </section>
    </div>
  )
}

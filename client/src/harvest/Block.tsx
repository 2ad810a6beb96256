import type { Harvest, HarvestBlock } from '@escale/shared'
import { at } from '../app/addresses.ts'
import { classNames } from '../styles/class-names.ts'
import { Markdown } from '../ui/Markdown.tsx'
import { OutsideLink } from '../ui/OutsideLink.tsx'
import css from './Block.module.css'
import { NotesWall } from './NotesWall.tsx'
import { useHarvestTexts } from './texts.ts'
import { Names, Signature, Written } from './Written.tsx'

interface BlockProps<Type extends HarvestBlock['type'] = HarvestBlock['type']> {
  readonly block: Extract<HarvestBlock, { readonly type: Type }>
  readonly harvest: Harvest
  readonly session: string
}

/** One block of a section, whatever kind of activity it comes from. */
export function Block({ block, harvest, session }: BlockProps) {
  switch (block.type) {
    case 'heading':
      return (
        <h3 dir="auto" className={classNames(css['heading'], css['question'])}>
          {block.text}
        </h3>
      )
    case 'markdown':
      return <Markdown text={block.text} topLevel={3} className={css['prose']} />
    case 'link':
      return (
        <p dir="auto" className={css['link']}>
          <OutsideLink href={block.url}>{block.label}</OutsideLink>
        </p>
      )
    case 'picture':
      return <Picture block={block} session={session} />
    case 'notes':
      return <NotesWall block={block} harvest={harvest} session={session} />
    case 'ranking':
      return <Ranking block={block} harvest={harvest} />
    case 'stories':
      return <Stories block={block} harvest={harvest} />
    case 'groups':
      return <Groups block={block} harvest={harvest} />
    case 'unreadable':
      return <Unreadable />
    case 'table':
      return <Table block={block} />
  }
}

function Picture({ block: { picture, alt, credit }, session }: Omit<BlockProps<'picture'>, 'harvest'>) {
  const t = useHarvestTexts()
  return (
    <figure className={css['figure']}>
      <img src={at(`/api/sessions/${session}/pictures/${picture}`)} alt={alt} loading="lazy" />
      {credit === '' ? null : <figcaption dir="auto">{t('pictureCredit', { credit })}</figcaption>}
    </figure>
  )
}

function Ranking({ block: { entries, voted, round }, harvest }: Omit<BlockProps<'ranking'>, 'session'>) {
  const t = useHarvestTexts()
  return (
    <>
      <h3 className={css['heading']}>
        {round === undefined ? t('result') : t('resultOf', { n: round })}{' '}
        <span className={css['quiet']}>{t('voted', { count: voted })}</span>
      </h3>
      <div className={css['scroll']}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t('rank')}</th>
              <th scope="col">{t('note')}</th>
              <th scope="col">{t('result-votes')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => {
              const names = entry.people.flatMap((id) => harvest.names?.[id] ?? [])
              return (
                <tr key={entry.note}>
                  <td>{entry.tied ? t('tied', { rank: entry.rank }) : entry.rank}</td>
                  <td>
                    <Written text={entry.text} />
                    {entry.stack ? (
                      <p className={css['quiet']}>{t('notes', { count: entry.stack.notes.length })}</p>
                    ) : null}
                    {names.length === 0 ? null : (
                      <p className={css['quiet']}>
                        <Names names={names} />
                      </p>
                    )}
                  </td>
                  <td>{entry.votes}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Stories({ block: { words, stories }, harvest }: Omit<BlockProps<'stories'>, 'session'>) {
  const t = useHarvestTexts()
  return (
    <>
      {words.length === 0 ? null : (
        <>
          <h3 className={css['heading']}>{t('words')}</h3>
          <ul className={css['words']}>
            {words.map((word, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a word may be given twice
              <li key={index} dir="auto">
                {word}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className={css['heading']}>{t('stories')}</h3>
      {stories.length === 0 ? <p className={css['quiet']}>{t('noStory')}</p> : null}
      {stories.map((story) => (
        <article key={`${story.author} ${story.text}`} className={css['story']}>
          <Written text={story.text} />
          <Signature harvest={harvest} author={story.author} />
        </article>
      ))}
    </>
  )
}

function Unreadable() {
  const t = useHarvestTexts()
  return <p className={css['quiet']}>{t('unreadable')}</p>
}

function Groups({ block: { groups }, harvest }: Omit<BlockProps<'groups'>, 'session'>) {
  const t = useHarvestTexts()
  return (
    <div className={css['groups']}>
      {groups.map((group, index) => {
        const people = group.people.flatMap((id) => harvest.names?.[id] ?? [])
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups of different times may share a number
          <article key={index} className={css['group']}>
            <h3 dir="auto">{/^\d+$/.test(group.title) ? t('group', { n: group.title }) : group.title}</h3>
            {people.length === 0 ? null : (
              <p className={css['quiet']}>
                <Names names={people} />
              </p>
            )}
            {group.unreadable ? <Unreadable /> : null}
            {group.text.trim() !== '' ? (
              <Written text={group.text} />
            ) : group.unreadable ? null : (
              <p className={css['quiet']}>{t('noPage')}</p>
            )}
          </article>
        )
      })}
    </div>
  )
}

/* Cells are known by their place only. */
/* biome-ignore-start lint/suspicious/noArrayIndexKey: see above */
const Table = ({ block: { columns, rows } }: Pick<BlockProps<'table'>, 'block'>) => (
  <div className={css['scroll']}>
    <table className={css['table']}>
      <thead>
        <tr>
          {columns.map((column, i) => (
            <th key={i} scope="col" dir="auto">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, r) => (
          <tr key={r}>
            {row.map((cell, i) => (
              <td key={i} dir="auto">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
/* biome-ignore-end lint/suspicious/noArrayIndexKey: see above */

import { type Harvest, isTimeZone } from '@escale/shared'
import { useLanguage } from '../i18n/language.ts'
import { Markdown } from '../ui/Markdown.tsx'
import { Block } from './Block.tsx'
import { Contents, sectionId } from './Contents.tsx'
import css from './Reading.module.css'
import { useHarvestTexts } from './texts.ts'

interface ReadingProps {
  readonly harvest: Harvest
  /** The session's. */
  readonly timeZone: string
  readonly session: string
  readonly isDriver: boolean
}

/** The récolte itself. */
export function Reading({ harvest, timeZone, session, isDriver }: ReadingProps) {
  const t = useHarvestTexts()
  const language = useLanguage()
  const day = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    // Another machine may know more zones than this one.
    ...(isTimeZone(timeZone) && { timeZone }),
  }).format(harvest.sessionAt)
  return (
    <>
      <header className={css['header']}>
        <p className={css['over']}>{t('harvest')}</p>
        <h1 dir="auto">{harvest.title.trim() || t('untitled')}</h1>
        <p className={css['facts']}>
          {day} · {t('participants', { count: harvest.participants })}
        </p>
        {harvest.ended ? null : <p className={css['interim']}>{t(isDriver ? 'interim' : 'interimOthers')}</p>}
      </header>
      <Contents harvest={harvest} />
      {harvest.sections.length === 0 ? (
        <div className={css['nothing']}>
          <h2>{t('nothing')}</h2>
          <p>{t(isDriver || harvest.ended ? 'nothingWhy' : 'nothingWhyOthers')}</p>
        </div>
      ) : null}
      {harvest.sections.map((section) => {
        const id = sectionId(section.activity)
        return (
          <section key={section.activity} id={id} aria-labelledby={`${id}-title`} className={css['section']}>
            <h2 id={`${id}-title`} dir="auto">
              {section.title.trim() || t('untitled')}
            </h2>
            {section.instructions.trim() === '' ? null : (
              <Markdown text={section.instructions} topLevel={3} className={css['asked']} />
            )}
            {section.blocks.map((block, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a block has no identity but its place
              <Block key={index} block={block} harvest={harvest} session={session} />
            ))}
          </section>
        )
      })}
      <People harvest={harvest} />
    </>
  )
}

function People({ harvest: { people, names } }: { readonly harvest: Harvest }) {
  const t = useHarvestTexts()
  if (names === null || people.length === 0) return null
  return (
    <section aria-labelledby="harvest-people" className={css['section']}>
      <h2 id="harvest-people">{t('people')}</h2>
      <ul className={css['people']}>
        {people.map((id) => (
          <li key={id}>
            <bdi>{names[id]}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { Harvest } from '@escale/shared'
import css from './Contents.module.css'
import { useHarvestTexts } from './texts.ts'

export const sectionId = (activity: string): string => `section-${activity}`

/** The way to each section; one alone needs none. */
export function Contents({ harvest: { sections } }: { readonly harvest: Harvest }) {
  const t = useHarvestTexts()
  if (sections.length < 2) return null
  return (
    <nav aria-label={t('contents')} className={css['contents']}>
      <ol className={css['list']}>
        {sections.map(({ activity, title }) => (
          <li key={activity}>
            <a href={`#${sectionId(activity)}`} dir="auto">
              {title.trim() || t('untitled')}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

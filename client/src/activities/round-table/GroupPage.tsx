import { PAGE_TEXT, type ShownPage } from '@escale/shared/activities/round-table'
import { useDocument } from '../../documents/index.ts'
import { Fit } from '../kit/Fit.tsx'
import { useWritten } from '../kit/place.ts'
import { useSharedText } from '../kit/SharedText.tsx'
import { useDeskTexts } from './console/texts.ts'
import css from './Screen.module.css'

interface GroupPageProps {
  readonly activity: string
  readonly shown: ShownPage
}

/** What one group wrote, as large as the room's screen allows. */
export function GroupPage({ activity, shown }: GroupPageProps) {
  const t = useDeskTexts()
  return (
    <div className={css['page']}>
      <h2 className={css['heading']}>{t('screen-page', { n: shown.number })}</h2>
      {shown.pages.map((page) => (
        <Written key={page} activity={activity} page={page} />
      ))}
    </div>
  )
}

function Written({ activity, page }: { readonly activity: string; readonly page: string }) {
  const byThem = useWritten()
  const t = useDeskTexts()
  const { doc, ready } = useDocument(activity, page)
  const written = useSharedText(doc.getText(PAGE_TEXT)).trim()
  if (written === '')
    return <p className={css['soft']}>{t(ready ? 'screen-page-empty' : 'screen-page-loading')}</p>
  return (
    <Fit className={css['written']}>
      <p className={css['text']} {...byThem}>
        {written}
      </p>
    </Fit>
  )
}

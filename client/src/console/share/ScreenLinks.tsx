import { MonitorUp } from 'lucide-react'
import { useState } from 'react'
import { linkTo } from '../../app/addresses.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useAccessTexts } from '../texts/access.ts'
import { useShareTexts } from '../texts/share.ts'
import { KeyList } from './KeyList.tsx'
import { Refused } from './Refused.tsx'
import css from './SharePanel.module.css'
import type { KeyringState } from './use-keyring.ts'
import { useLinks } from './use-links.ts'

/** The room's screens: links for them, and those that are open. */
export function ScreenLinks({ keyring }: { readonly keyring: KeyringState }) {
  const t = useShareTexts()
  const access = useAccessTexts()
  const { id, refusal, isBusy, make } = useLinks(keyring.again)
  const [link, setLink] = useState('')
  return (
    <section>
      <h3>{t('screen')}</h3>
      <p className={css['hint']}>{t('screenHint')}</p>
      {link ? (
        <div className={css['made']}>
          <CopyField label={t('link')} value={link} />
          <a href={link} target="_blank" rel="noopener" className={buttonClass('secondary', 's')}>
            <Icon of={MonitorUp} />
            {t('open')}
            <VisuallyHidden> {t('newTab')}</VisuallyHidden>
          </a>
        </div>
      ) : (
        <Button
          size="s"
          busy={isBusy}
          onClick={() =>
            void make({ role: 'screen' }).then((made) => {
              if (made) setLink(linkTo(`/screen/${id}#${made.secret}`))
            })
          }
        >
          <Icon of={MonitorUp} />
          {t('makeScreen')}
        </Button>
      )}
      <Refused refusal={refusal} />
      <KeyList
        label={access('screenKeys')}
        keys={(keyring.keys ?? []).filter((key) => key.person === null)}
        onEnd={keyring.end}
      />
    </section>
  )
}

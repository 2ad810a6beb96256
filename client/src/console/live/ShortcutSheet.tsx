import { Dialog } from '../../ui/Dialog.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useLiveTexts } from '../texts/live.ts'
import css from './ShortcutSheet.module.css'
import { SHORTCUTS } from './shortcuts.ts'
import { switchShortcuts, useShortcutsOn } from './use-shortcuts.ts'

/** Every key of the console, on one sheet (`?`). */
export function ShortcutSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useLiveTexts()
  const { on } = useShortcutsOn()
  return (
    <Dialog open={open} onClose={onClose} title={t('shortcuts')}>
      <dl className={css['keys']}>
        {SHORTCUTS.map(({ text, shown }) => (
          <div key={text} className={css['line']}>
            <dt>
              {shown.map((key) => (
                <kbd key={key} className={css['key']}>
                  {key === 'space' ? t('keySpace') : key}
                </kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <Switch label={t('shortcutsOn')} hint={t('shortcutsWhy')} checked={on} onChange={switchShortcuts} />
    </Dialog>
  )
}

import { keepMyName } from '../app/my-name.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/Button.tsx'
import { Naming } from '../ui/ProperName.tsx'
import css from './MyWorkshops.module.css'
import { useMineTexts } from './mine-texts.ts'

interface KeptNameProps {
  readonly name: string
  readonly onForget: () => void
}

/** What this device knows of whoever uses it, and how to make it forget. */
export function KeptName({ name, onForget }: KeptNameProps) {
  const t = useMineTexts()
  if (name === '') return null
  return (
    <p className={css['kept']}>
      <span className={css['hint']}>
        <Naming name={name}>{(shown) => t('name-kept', { name: shown })}</Naming>
      </span>
      <Button
        size="s"
        variant="quiet"
        onClick={() => {
          keepMyName('')
          onForget()
          announce(t('name-forgotten'))
        }}
      >
        {t('name-forget')}
      </Button>
    </p>
  )
}

import { Radio } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import css from './FollowBar.module.css'
import { useFollowTexts } from './follow-texts.ts'
import type { Following } from './use-follow.ts'

/** Says that one's view is led, with the way out; or that it could be, with the way in. */
export function FollowBar({ following }: { readonly following: Following }) {
  const t = useFollowTexts()
  const { guide, isFollowing, follow, letGo } = following
  const was = useRef(isFollowing)
  useEffect(() => {
    if (isFollowing && !was.current) announce(t('brought-here'))
    was.current = isFollowing
  }, [isFollowing, t])
  if (guide === null) return null
  const isOffer = guide.mode === 'offer'
  return (
    <div className={css['bar']} data-following={isFollowing || undefined} data-over="">
      <span className={css['word']}>
        <Icon of={Radio} />
        {t(isFollowing ? 'following' : isOffer ? 'is-offered' : 'is-shown')}
      </span>
      <Button variant={isFollowing ? 'quiet' : 'primary'} onClick={isFollowing ? letGo : follow}>
        {t(isFollowing ? 'let-go' : isOffer ? 'follow' : 'rejoin')}
      </Button>
    </div>
  )
}

import { useEffect } from 'react'

/** What the tab and a screen reader call the page. Empty: nothing is known yet, and it stays as it is. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    if (title) document.title = title
  }, [title])
}

import { useLocation } from 'wouter'
import { at } from '../../app/addresses.ts'

const IN_ADDRESS = /^\/(?:p|console|screen|harvest)\/([A-Za-z0-9_-]+)/

/** The session that the page is about, as its address says; empty outside of any. */
export function useSessionId(): string {
  const [path] = useLocation()
  return IN_ADDRESS.exec(path)?.[1] ?? ''
}

/** Where a picture of this session is. */
export function usePictureAddress(): (picture: string) => string {
  const session = useSessionId()
  return (picture) => at(`/api/sessions/${session}/pictures/${picture}`)
}

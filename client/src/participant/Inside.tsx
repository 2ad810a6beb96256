import { LiveProvider } from '../stores/LiveProvider.tsx'
import { ParticipantShell } from './ParticipantShell.tsx'

interface InsideProps {
  readonly session: string
  /** The session's, as the door said it. */
  readonly title: string
}

/** Behind the door: the connection, and all that comes through it. Its code is fetched while one gives one's name. */
export const Inside = ({ session, title }: InsideProps) => (
  <LiveProvider session={session} as="participant">
    <ParticipantShell title={title} />
  </LiveProvider>
)

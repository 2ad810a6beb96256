/** The code of a ballot: fetched when a vote stands before the wall, or before that by whoever reads the wall. */
export const loadVotePane = () => import('./VotePane.tsx')

/** What people may give each other. In a file without schemas: participants download it. */
export const REACTIONS = ['clap', 'heart', 'party', 'laugh', 'think', 'thumb'] as const
export type Reaction = (typeof REACTIONS)[number]

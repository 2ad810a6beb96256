/** `plenary`, or the key of a group or pair that the running activity has formed, e.g. `g3`. */
export type RoomKey = string

export const PLENARY: RoomKey = 'plenary'

/** How finely a wall may be divided: from few large groups (0) to many small ones. */
export const GRAINS = 7
/** As many as fit a command (`COMMAND_MAX_BYTES`), whatever their ids. */
export const GROUPED_NOTES_MAX = 1_200
export const GROUPED_STACKS_MAX = 100

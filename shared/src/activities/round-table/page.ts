/** The name of the text inside a group's page. */
export const PAGE_TEXT = 'text'

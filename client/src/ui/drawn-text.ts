const NO_BREAK = '\u00a0'

/**
 * What people wrote, as it is drawn: a blank before « ? ! : ; » or inside « » does not break the line. What is stored stays as
 * it was typed.
 */
export const drawnText = (text: string): string =>
  text.replace(/(\S) (?=[?!:;»])/g, `$1${NO_BREAK}`).replace(/« /g, `«${NO_BREAK}`)

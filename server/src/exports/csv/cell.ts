/**
 * What a spreadsheet might take for a formula (CWE-1236): one of these after any blanks, controls or invisible marks, in
 * their full width too; and a cell that begins with a tab or a line break.
 */
const FORMULA = /^[\s\p{C}\p{Z}\p{M}]*[=+\-@＝＋－＠﹢﹣﹦﹫⁼⁺⁻−]|^[\t\r\n]/u

/** Text for a cell: an apostrophe in front makes a spreadsheet take it for text. Everything else stays as it was written. */
export const cell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

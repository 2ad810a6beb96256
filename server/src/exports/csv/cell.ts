// Blanks, controls and marks that are not seen may stand before what a spreadsheet reads first.

/** What begins a formula (CWE-1236), in full width, small and raised too; and a cell that begins with a tab or a line break. */
const FORMULA = /^[\s\p{C}\p{Z}\p{M}]*[=+@＝＋＠﹢﹦﹫⁼⁺]|^[\t\r\n]/u
/** A dash begins a formula, or a line of a list. */
const DASH = /^[\s\p{C}\p{Z}\p{M}]*[-－﹣⁻−](?<rest>.*)$/su
/** Behind the dash of a list there are words. */
const WORDS = /^[\s\p{C}\p{Z}\p{M}]*[\p{L}\p{Extended_Pictographic}«“‘’]/u
/** What would make a formula of such words: a function; another sheet, file or program. */
const CALL =
  /[\p{L}\p{N}_.]\(|\b(?:hyperlink|lien_hypertexte|webservice|serviceweb|import\w*|image|dde|rtd|call|exec|register)\s*\(/iu
const ELSEWHERE = /[\p{L}\p{N}'"\]]!\s*[$\p{L}\p{N}]|[\p{L}\p{N}]\|['"\p{L}]/u

function isFormula(text: string): boolean {
  if (FORMULA.test(text)) return true
  const rest = DASH.exec(text)?.groups?.['rest']
  return rest !== undefined && (!WORDS.test(rest) || CALL.test(rest) || ELSEWHERE.test(rest))
}

/** Text for a cell: an apostrophe in front makes a spreadsheet take it for text. Everything else stays as it was written. */
export const cell = (text: string): string => (isFormula(text) ? `'${text}` : text)

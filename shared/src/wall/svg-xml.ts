/** What XML cannot hold, and direction overrides that would garble what stands beside them. */
const UNFIT = /(?![\t\n])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for XML or HTML: as content or as an attribute's value. */
export const xmlText = (text: string): string =>
  text.replace(UNFIT, '').replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c)

/** A number as short as it may be in a picture. */
export const figure = (n: number): string => String(Math.round(n * 100) / 100)

/** A box as attributes. */
export const boxOf = (box: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>): string =>
  `x="${figure(box.x)}" y="${figure(box.y)}" width="${figure(box.width)}" height="${figure(box.height)}"`

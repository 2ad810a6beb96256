const formats = new Map<string, Intl.DateTimeFormat>()

/** A server time as the hour on the wall of whoever looks: `14:05`. */
export function clockTime(ms: number, language: string): string {
  let format = formats.get(language)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    formats.set(language, format)
  }
  return format.format(ms)
}

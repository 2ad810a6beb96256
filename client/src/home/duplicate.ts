import { getJson } from '../connection/api.ts'

/** Of a workshop file, what a copy changes. */
interface Titled {
  readonly workshop: { readonly settings: { readonly title: string } }
}

/**
 * The workshop of a session as a file, under another title: its run-of-show and settings, nothing of what people wrote.
 * Undefined: the server did not give it.
 */
export async function workshopCopy(
  session: string,
  titleOf: (title: string) => string,
): Promise<object | undefined> {
  const file = await getJson<Titled>(`/sessions/${session}/workshop?as=facilitator`)
  if (!file.ok) return undefined
  const { workshop } = file.value
  const { settings } = workshop
  // The date of the workshop before is not that of the next.
  const changed = { ...settings, title: titleOf(settings.title), startsAt: null }
  return { ...file.value, workshop: { ...workshop, settings: changed } }
}

import type { Browser } from '@escale/bots'

/** « Renouveler mon lien et déconnecter les autres », as the console does it: first this browser's own secret, then the rest. */
export async function endAllOthers(browser: Browser, session: string): Promise<string> {
  const send = (path: string, body: unknown) =>
    browser.request(`/api/sessions/${session}/${path}?as=facilitator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const device = await send('device', {})
  const key = await send('key', { alone: true })
  if (!device.ok || !key.ok) throw new Error(`a link cannot be renewed: ${device.status} ${key.status}`)
  return ((await key.json()) as { secret: string }).secret
}

/** A link of one's own, and nothing else. */
export const renewLink = (browser: Browser, session: string): Promise<{ readonly secret: string }> =>
  browser.json('POST', `/api/sessions/${session}/key?as=facilitator`, {})

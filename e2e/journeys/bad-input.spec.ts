import { type Bot, Browser } from '@escale/bots'
import { limits } from '@escale/shared'
import { introduce } from '../fixtures/participant-page.ts'
import { PHONE } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'

const TEMPLATE = 'visio-24-avril'
const LONG = 'x'.repeat(10_000)
const nobody = { name: '', organisation: '', territory: '' }

test('a name of ten thousand letters, an empty one and one that shows nothing are refused with a code', async ({
  people,
  server,
}) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const { session } = facilitator.seat
  const browser = new Browser(server.url)
  for (const name of [LONG, '\u202e', '\u3164\u200b', '  '])
    await expect(browser.join(session, { name, mode: 'named' }), name.slice(0, 10)).rejects.toMatchObject({
      refusal: 'invalid',
    })
  for (const body of [undefined, 7, [], { mode: 'named' }, { mode: 'ghost', identity: nobody }])
    await expect(browser.json('POST', `/api/sessions/${session}/join`, body)).rejects.toMatchObject({
      refusal: 'invalid',
    })
  expect(facilitator.sight.headcount?.joined ?? 0).toBe(0)
  expect(server.output).not.toContain(LONG)
})

test('a wrong workshop file creates nothing', async ({ server }) => {
  const browser = new Browser(server.url)
  const file = { format: 'escale-workshop', version: 1, workshop: {} }
  await expect(browser.createSession({ file })).rejects.toMatchObject({ refusal: 'invalid' })
  await expect(browser.createSession({ file: { ...file, version: 99 } })).rejects.toMatchObject({
    refusal: 'unknown-version',
  })
  await expect(browser.createSession({ file: 'x' })).rejects.toMatchObject({ refusal: 'invalid' })
  await expect(
    browser.createSession({ file: { ...file, junk: 'x'.repeat(2 * limits.WORKSHOP_FILE_MAX_BYTES) } }),
  ).rejects.toMatchObject({ refusal: 'too-large' })
  const broken = await browser.request('/api/sessions', {
    method: 'POST',
    body: '{"language":',
    headers: { 'content-type': 'application/json' },
  })
  expect(broken.status).toBe(400)
  expect(await broken.json()).toEqual({ refusal: 'invalid' })
})

test('unknown sessions, codes, routes and commands are refused and harm nobody', async ({
  people,
  server,
}) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const [bot] = (await people.bots(facilitator.seat.session, 0, 1)) as [Bot]
  const browser = new Browser(server.url)
  await expect(browser.findByCode('ZZZZ-ZZZZ')).rejects.toMatchObject({ refusal: 'unknown-code' })
  await expect(browser.door('no-such-session')).rejects.toMatchObject({ refusal: 'unknown-session' })
  expect((await fetch(`${server.url}/api/no-such-route`)).status).toBe(404)

  for (const command of [
    { type: 'explode' },
    { type: 'go' },
    7,
    null,
    { type: 'message', message: 'm', to: 'all', text: LONG },
  ])
    expect(await bot.command(command as never), JSON.stringify(command)?.slice(0, 40)).toMatchObject({
      ok: false,
    })
  const action = 'x'.repeat(2 * limits.COMMAND_MAX_BYTES)
  const huge = { type: 'act', activity: 'x', action } as const
  expect(await bot.command(huge)).toEqual({ ok: false, refusal: 'too-large' })
  // Whoever sends what the transport does not take is cut, and nobody else.
  const rude = await people.enter(bot.seat.session, bot.seat.secret)
  await rude.until((sight) => sight.session !== undefined)
  const beyond = { ...huge, action: 'x'.repeat(limits.SOCKET_MESSAGE_MAX_BYTES) }
  rude.connection.sendRaw({ id: 'rude-1', command: beyond })
  await rude.until(() => !rude.connection.connected)
  rude.close()
  expect(await server.answers()).toBe(true)
  await facilitator.go(facilitator.activity('wall').id)
  expect(await bot.act({ type: 'nonsense' }, facilitator.activity('wall').id)).toMatchObject({ ok: false })
})

test('a closed door, a removal and an ended session each have a clear page', async ({ people }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const { session } = facilitator.seat
  const page = await people.page(`/p/${session}`, PHONE)
  await introduce(page, 'Wassila')
  const sight = await facilitator.until((s) => [...s.people.values()].some((p) => p.name === 'Wassila'))
  const wassila = [...sight.people.values()].find((p) => p.name === 'Wassila')?.id ?? ''

  await facilitator.do({ type: 'door', locked: true })
  const late = await people.page(`/p/${session}`, PHONE)
  await expect(late.getByRole('heading', { level: 1 })).toContainText(/porte/i)

  await facilitator.do({ type: 'remove', person: wassila })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/ne faites plus partie/i)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/ne faites plus partie/i)
  // Whoever is let in again is in, without a press.
  await facilitator.do({ type: 'restore', person: wassila })
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText(/ne faites plus partie/i)
  await facilitator.do({ type: 'door', locked: false })
  await expect(late.getByRole('textbox', { name: 'Votre prénom' })).toBeVisible()

  await facilitator.do({ type: 'finish' })
  await late.reload()
  await expect(late.getByRole('heading', { level: 1 })).toContainText(/terminée/i)
  await expect(late.getByRole('link', { name: 'Lire la récolte' })).toHaveCount(0)
  await facilitator.do({ type: 'settings', patch: { harvestShared: true } })
  await late.reload()
  await late.getByRole('link', { name: 'Lire la récolte' }).click()
  await expect(late.getByRole('heading', { name: 'Emporter' })).toBeVisible()
})

test('[A9] who could not come reads the récolte by a link, until it is closed', async ({ people }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const { session } = facilitator.seat
  const mine = await people.page(`/console/${session}#${facilitator.created.secret}`)
  await expect(mine.getByRole('heading', { level: 1 })).toBeVisible()
  await mine.goto(`/harvest/${session}`)
  await mine.getByLabel('Valable').selectOption({ label: '7 jours' })
  await mine.getByRole('button', { name: 'Créer le lien' }).click()
  const link = await mine.getByRole('textbox', { name: 'Lien de lecture' }).inputValue()

  const reader = await people.page(link, PHONE)
  await expect(reader.getByRole('heading', { name: 'Emporter' })).toBeVisible()
  await expect(reader.getByRole('heading', { name: 'Lien de lecture' })).toHaveCount(0)
  expect(new URL(reader.url()).hash).toBe('')
  await mine.getByRole('button', { name: 'Fermer ce lien' }).click()
  await expect(mine.getByRole('button', { name: 'Créer le lien' })).toBeVisible()
  people.provokes(/status of 403/)
  await reader.goto('about:blank')
  await reader.goto(link)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Cet accès a pris fin.')
})

test('hostile Markdown is shown as text and runs nothing', async ({ people }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const [first] = facilitator.plan()
  if (first === undefined) throw new Error('an empty plan')
  const instructions = [
    '<script>window.hacked = 1</script>',
    '<img src=x onerror="window.hacked = 1">',
    '[lien](javascript:window.hacked=1)',
    '[données](data:text/html,<script>1</script>)',
    '![image](https://elsewhere.example/pixel.png)',
    '**gras**',
  ].join('\n\n')
  await facilitator.do({ type: 'plan-edit', activity: first.id, patch: { instructions } })
  const page = await people.page(`/p/${facilitator.seat.session}`, PHONE)
  await introduce(page, 'Yanis')
  await facilitator.go(first.id)
  await expect(page.getByText('gras', { exact: true })).toBeVisible()
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  // But for the one that the page itself has in its head.
  expect(await page.locator('body script:not([src])').count()).toBe(0)
  const links = await page.getByRole('link').all()
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) expect(await link.getAttribute('href')).not.toMatch(/^(javascript|data):/)
})

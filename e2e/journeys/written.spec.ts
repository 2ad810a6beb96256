import { joinInBrowser } from '../fixtures/participant-page.ts'
import { LAPTOP, PHONE } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { BY_HAND, expectWritten, unsaidOn } from '../fixtures/written.ts'

const ENGLISH = { locale: 'en-GB' }
const by = (text: string) => `${BY_HAND} ${text}`
const DEFINITIONS = {
  slide: { body: by('**Bienvenue**\n\n- à tous'), quotes: [{ text: by('Citation'), author: '', url: '' }] },
  wall: { prompt: by('Que faire ?'), flow: 'direct', identity: 'anonymous' },
  'word-rally': { source: 'prepared', words: [by('fenêtre')], objective: by('Écrire') },
  'round-table': { question: by('Et vous ?') },
}

test('what is read as the page’s own words is found', async ({ browser }) => {
  const page = await browser.newPage()
  const found = async (body: string) => {
    await page.setContent(`<!doctype html><html lang="en"><body>${body}</body></html>`)
    return (await unsaidOn(page, 'fr')).map(({ what }) => what)
  }
  expect(await found(`<p dir="auto" lang="fr">${by('dit')}</p><p>said</p>`)).toEqual([])
  expect(await found(`<p dir="auto" lang="fr">De <bdi>${by('Awa')}</bdi></p>`)).toEqual([])
  expect(await found(`<p dir="auto">${by('dit')}</p>`)).toEqual(['language'])
  expect(await found(`<p lang="fr">${by('dit')}</p>`)).toEqual(['direction'])
  expect(await found(`<div dir="auto" lang="fr"><p dir="ltr" lang="en">${by('dit')}</p></div>`)).toEqual([
    'direction',
    'language',
  ])
  await page.close()
})

test('what people write in a French session says so on pages that speak English', async ({ people }) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const { session, secret } = facilitator.created
  await facilitator.do({ type: 'settings', patch: { title: by('Séance') } })
  for (const [kind, definition] of Object.entries(DEFINITIONS)) {
    const activity = facilitator.activity(kind)
    const patch = {
      ...{
        title: by('Titre'),
        instructions: by('*Consigne*'),
        privateNote: by('Note'),
        durationMs: 3_600_000,
      },
      definition: { ...(activity.definition as object), ...definition },
    }
    await facilitator.do({ type: 'plan-edit', activity: activity.id, patch })
  }
  const phone = await joinInBrowser(people, session, 'Soizic', { ...PHONE, ...ENGLISH })
  const console = await people.page(`/console/${session}#${secret}`, { ...LAPTOP, ...ENGLISH })
  await expect(console.getByRole('navigation', { name: 'Plan' })).toBeVisible()
  for (const kind of Object.keys(DEFINITIONS)) {
    await facilitator.go(facilitator.activity(kind).id)
    await facilitator.do({ type: 'message', message: kind, to: 'all', text: by('Message') })
    if (kind === 'wall')
      await facilitator.write({ type: 'put', note: { id: 'n1', text: by('Idée'), colour: 1, zone: '' } })
    for (const [who, page] of Object.entries({ phone, console })) {
      await expect(page.locator('[data-loading]')).toHaveCount(0)
      await expectWritten(page, `${who}, ${kind}`, 'fr')
    }
  }
})

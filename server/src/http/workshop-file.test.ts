import { Browser, createAs, enterWith, type Facilitator } from '@escale/bots'
import { blankWorkshop, exportWorkshop, type FilePicture, kinds, limits, type Workshop } from '@escale/shared'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../testkit/index.ts'

const slide = (id: string, picture: string | null): Workshop['plan'][number] => ({
  id,
  kind: 'slide',
  title: `Temps ${id}`,
  instructions: '',
  privateNote: '',
  durationMs: 60_000,
  durationProposed: false,
  definition: {
    ...(kinds.slide.defaults.definition as object),
    picture: picture === null ? null : { picture, alt: 'Un pont', credit: 'Ada' },
  },
})
const workshop = (...plan: Workshop['plan']): Workshop => ({ ...blankWorkshop('fr'), plan })
const photo = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
const base64 = async (picture: Sharp) => (await picture.toBuffer()).toString('base64')

let server: TestServer
let claire: Facilitator
beforeAll(async () => {
  server = await startServer()
  claire = await createAs(server.baseUrl, {
    file: exportWorkshop(workshop(slide('a', null), slide('b', null))),
  })
})
afterAll(async () => {
  claire?.close()
  await server?.dispose()
})

interface File {
  readonly workshop: Workshop
  readonly pictures?: readonly FilePicture[]
}
const shownIn = ({ plan }: Workshop) =>
  plan.map((a) => (a.definition as { picture: { picture: string } | null }).picture?.picture ?? null)

/** The workshop of whoever has just opened a file, and how to look at its pictures. */
async function opened(file: unknown) {
  const browser = new Browser(server.baseUrl)
  const created = await browser.createSession({ file })
  const at = (path: string) => browser.request(`/api/sessions/${created.session}/${path}`)
  return { created, at, file: (await (await at('workshop')).json()) as File }
}

test('[D16] a workshop goes from one session to another with its pictures', async () => {
  const { session } = claire.created
  const jpeg = await photo(3_000, 1_000, '#d33')
    .withExif({ IFD0: { Copyright: 'CANARI' } })
    .jpeg()
    .toBuffer()
  const put = await claire.seat.browser.request(`/api/sessions/${session}/pictures`, {
    method: 'POST',
    body: new Uint8Array(jpeg),
  })
  const { picture } = (await put.json()) as { picture: string }
  for (const activity of claire.plan())
    await claire.do({
      type: 'plan-edit',
      activity: activity.id,
      patch: { definition: slide('x', picture).definition },
    })
  const download = await claire.seat.browser.request(`/api/sessions/${session}/workshop`)
  const file = (await download.json()) as File
  expect(file.pictures?.map((p) => p.id)).toEqual([picture])

  const other = await opened(file)
  expect(other.created.picturesMissing).toBeUndefined()
  const [first, second] = shownIn(other.file.workshop)
  expect(first).toEqual(expect.any(String))
  expect(second).toBe(first)
  expect(first).not.toBe(picture)
  const shown = await other.at(`pictures/${first}`)
  expect(shown.headers.get('content-type')).toBe('image/webp')
  const { width, height, format } = await sharp(await shown.arrayBuffer()).metadata()
  expect({ width, height, format }).toEqual({ width: 2_400, height: 800, format: 'webp' })
  // The one that it was made from stays the other session's own.
  expect((await other.at(`pictures/${picture}`)).status).toBe(404)
})

test('[D16] what is no picture, is too large or is missing is left out and counted; the rest is kept', async () => {
  const good = await base64(photo(30, 20, '#3d3').png())
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>').toString('base64')
  const bomb = await base64(photo(8_000, 8_000, '#000').png())
  const plan = ['good', 'svg', 'bomb', 'words', 'heavy', 'absent'].map((id) => slide(id, id))
  const { created, at, file } = await opened(
    exportWorkshop(workshop(...plan), [
      { id: 'good', data: good },
      { id: 'svg', data: svg },
      { id: 'bomb', data: bomb },
      { id: 'words', data: '<script>' },
      { id: 'heavy', data: 'A'.repeat(limits.PICTURE_MAX_BYTES * 1.4) },
    ]),
  )
  expect(created.picturesMissing).toBe(5)
  expect(file.workshop.plan.map((a) => a.title)).toEqual(plan.map((a) => a.title))
  const [kept, ...others] = shownIn(file.workshop)
  expect(others).toEqual([null, null, null, null, null])
  expect((await at(`pictures/${kept}`)).status).toBe(200)
})

test('[D16] a file has a limit of pictures, and nothing is lost but what is over it', async () => {
  const data = await base64(photo(2, 2, '#33d').png())
  const ids = Array.from({ length: limits.WORKSHOP_FILE_PICTURES_MAX + 1 }, (_, i) => `p${i}`)
  const { created, file } = await opened(
    exportWorkshop(
      workshop(...ids.map((id) => slide(id, id))),
      ids.map((id) => ({ id, data })),
    ),
  )
  expect(created.picturesMissing).toBe(1)
  expect(file.pictures).toHaveLength(limits.WORKSHOP_FILE_PICTURES_MAX)
})

test('[D16] a file that would unpack to far more than its size is not unpacked, one over the limit not read', async () => {
  const post = async (body: string) => {
    const response = await fetch(`${server.baseUrl}/api/sessions`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    return [response.status, await response.json()]
  }
  expect(await post(`{"language":"fr","file":[${'[],'.repeat(1_000_000)}[]]}`)).toEqual([
    400,
    { refusal: 'invalid' },
  ])
  expect(await post(`{"language":"fr","file":"${'x'.repeat(limits.WORKSHOP_FILE_MAX_BYTES)}"}`)).toEqual([
    413,
    { refusal: 'too-large' },
  ])
})

test('[D16] a body of so many values is read, and none of more', async () => {
  const post = async (commas: number) => {
    const body = (instructions: string) =>
      JSON.stringify({
        language: 'fr',
        file: exportWorkshop(workshop({ ...slide('a', null), instructions: '' })),
        more: instructions,
      })
    const own = [...body('')].filter((sign) => '[{,'.includes(sign)).length
    const response = await fetch(`${server.baseUrl}/api/sessions`, {
      method: 'POST',
      body: body(','.repeat(commas - own)),
      headers: { 'content-type': 'application/json' },
    })
    return response.status
  }
  expect([await post(50_000), await post(50_001)]).toEqual([201, 400])
})

test('[D16] a workshop that is told whole with each change has a bound, as a file and as it is edited; smaller it may always become', async () => {
  const wide = (chars: number) => '漢'.repeat(chars)
  // Ids are minted anew, and longer ones count.
  const fits = Array.from({ length: 70 }, (_, n) => ({ ...slide(`${n}`, null), instructions: wide(2_400) }))
  const { created } = await opened(exportWorkshop(workshop(...fits)))
  const refused = await fetch(`${server.baseUrl}/api/sessions`, {
    method: 'POST',
    body: JSON.stringify({
      language: 'fr',
      file: exportWorkshop(workshop(...fits, ...fits.slice(0, 20).map((a, n) => ({ ...a, id: `b${n}` })))),
    }),
    headers: { 'content-type': 'application/json' },
  })
  expect([refused.status, await refused.json()]).toEqual([413, { refusal: 'too-large' }])
  const driver = await enterWith(server.baseUrl, created.session, created.secret)
  const { plan } = await driver.until((sight) => sight.plan !== undefined)
  const [first] = plan?.workshop.plan ?? []
  const edit = (chars: number) =>
    driver.command({
      type: 'plan-edit',
      activity: first?.id ?? '',
      patch: { instructions: wide(chars), privateNote: wide(chars) },
    })
  expect([await edit(8_000), await edit(10)]).toEqual([
    { ok: false, refusal: 'too-large' },
    { ok: true, value: expect.anything() },
  ])
  driver.close()
})

/** Each attack against the built server, while bystanders look on: e2e/hostile/README.md. */
import { afterAll, expect, test } from 'vitest'
import { attacks } from './attacks/index.ts'
import { STILL_WINNING } from './attacks/still-winning.ts'
import { planted } from './harness/plant.ts'
import { ALL_PLANTS, IS_LONG, ONLY } from './harness/settings.ts'
import { Theatre } from './harness/theatre.ts'

const theatre = new Theatre()
afterAll(() => theatre.close())

const chosen = attacks.filter(({ id, longOnly }) =>
  ONLY.length === 0 ? IS_LONG || !longOnly : ONLY.includes(id),
)

for (const attack of chosen)
  test.skipIf(!IS_LONG && ONLY.length === 0 && attack.id in STILL_WINNING)(
    `[${attack.rule}] ${attack.by}: ${attack.title} (${attack.id})`,
    async () => {
      expect(await theatre.play(attack)).toEqual([])
    },
  )

test('after all of them nothing is lost, and the récolte can be had in every format', async () => {
  expect(await theatre.damages()).toEqual([])
})

test('no plant has withered, those that only the long form grows among them', async () => {
  for (const { id, plant, house } of attacks)
    await expect(planted(plant, house), id).resolves.toMatchObject({ env: {} })
})

for (const { plant, ...attack } of chosen.filter((it) =>
  ALL_PLANTS ? IS_LONG || !it.plantLongOnly : it.plantAlways,
))
  test(`planted: ${plant.fault} is caught (${attack.id})`, async () => {
    const settings = await planted(plant, attack.house)
    expect((await theatre.play({ ...attack, plant }, settings)).join('\n')).toMatch(plant.caught)
  })

import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { joinInBrowser } from '../fixtures/participant-page.ts'
import { LAPTOP, PHONE } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'

/** A person scrolls with a wheel or a finger, not by a program. */
const turnWheel = async (page: Page, by: number) => {
  await page.mouse.move(160, 400)
  await page.mouse.wheel(0, by)
}

test('[M73] [M74] a facilitator brings everybody to what she looks at; a phone goes along, lets go and comes back', async ({
  people,
}) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const wall = await adapt(facilitator, 'wall', { identity: 'anonymous' })
  const { session, secret } = facilitator.created
  const console = await people.page(`/console/${session}#${secret}`, LAPTOP)
  await facilitator.go(wall)
  await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      facilitator.write({
        type: 'put',
        note: { id: `n${i}`, text: `Idée ${i}. Une ligne, puis une autre.`, colour: i % 8, zone: '' },
      }),
    ),
  )
  const phone = await joinInBrowser(people, session, 'Soizic', PHONE)
  await phone.getByRole('textbox', { name: 'Nouveau post-it' }).pressSequentially('Mon idée')
  await expect(console.getByText('1 personne écrit…')).toBeVisible()

  // Nobody is led away from what they are writing.
  await console.getByRole('button', { name: 'Amener tout le monde ici' }).click()
  await expect(phone.getByText('L’animation vous montre le mur')).toBeVisible()
  await expect(phone.getByRole('textbox', { name: 'Nouveau post-it' })).toHaveValue('Mon idée')
  await phone.getByRole('button', { name: 'Rejoindre' }).tap()
  await console.locator('[data-note="n36"]').scrollIntoViewIfNeeded()
  await expect(phone.locator('[data-note="n30"]')).toBeInViewport()
  for (const [who, page] of Object.entries({ console, phone }))
    await expectAccessible(page, `${who}, everybody is led`)

  await turnWheel(phone, -4_000)
  await expect(phone.getByRole('button', { name: 'Rejoindre' })).toBeVisible()
  await expect(phone.locator('[data-note="n30"]')).not.toBeInViewport()
  await phone.getByRole('button', { name: 'Rejoindre' }).tap()
  await expect(phone.locator('[data-note="n30"]')).toBeInViewport()
  await phone.getByRole('button', { name: 'Ne plus suivre' }).tap()
  await console.getByRole('button', { name: 'Arrêter de guider' }).click()
  await expect(phone.getByRole('button', { name: 'Rejoindre' })).toBeHidden()

  await phone.getByRole('button', { name: 'Réagir' }).tap()
  await phone.getByRole('button', { name: 'Applaudir' }).tap()
  await expect(console.getByText('👏 1')).toBeVisible()
  await expectAccessible(phone, 'phone, reactions open')
})

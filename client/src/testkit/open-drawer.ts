import { act, type BoundFunctions, fireEvent, type queries } from '@testing-library/react'

/** Opens a `<details>` by its title; jsdom tells nobody by itself. */
export async function openDrawer(view: BoundFunctions<typeof queries>, title: string): Promise<void> {
  const details = view.getByText(title).closest('details')
  if (!details) throw new Error(`no drawer is called ${title}`)
  await act(async () => {
    details.open = true
    fireEvent(details, new Event('toggle'))
  })
}

import { attack } from '../harness/attack.ts'
import { UNCHECKED_DOCUMENTS } from '../harness/edits.ts'
import { nest } from '../harness/forge.ts'
import { openGroup } from '../harness/group.ts'
import { incompleteHarvest } from '../harness/judge.ts'
import { SyncLine } from '../harness/sync-line.ts'

const WORDS = 'ce que le groupe a noté'

export const nestedPage = attack({
  id: 'nested-page',
  title: 'breaks the page of a group with nested types',
  rule: 'D19',
  by: 'participant',
  play: async ({ server, complain }) => {
    const group = await openGroup(server)
    const { hostile, mate, activity, page } = group
    const written = await SyncLine.open(mate, activity, page)
    if ((await written.write(group.words(WORDS))) !== 'saved') complain('a group cannot write on its page')
    const line = await SyncLine.open(hostile, activity, page)
    const { nested, headGone } = nest(9_000)
    await line.write(nested)
    await line.write(headGone)
    const after = await SyncLine.open(mate, activity, page)
    after.ask()
    const isThere = await after.until(() => after.hasHeard(WORDS), 4_000)
    if (!isThere) complain('the group does not get its page any more')
    for (const one of [written, line, after]) one.close()
    for (const what of await incompleteHarvest(group.facilitator, [WORDS], ['markdown', 'html', 'json']))
      complain(`the group’s ${what}`)
    group.facilitator.close()
  },
  plant: {
    fault: 'what is put into a document is applied as it comes',
    edits: UNCHECKED_DOCUMENTS,
    caught: /the server ended|does not get its page|récolte/,
  },
})

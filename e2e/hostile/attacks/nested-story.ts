import { attack } from '../harness/attack.ts'
import { UNCHECKED_DOCUMENTS } from '../harness/edits.ts'
import { nest } from '../harness/forge.ts'
import { beginStory } from '../harness/story.ts'

export const nestedStory = attack({
  id: 'nested-story',
  title: '9 000 types, one in the other, in one’s own story; then the outermost is deleted',
  rule: 'D19',
  by: 'participant',
  longOnly: 'the page of a group is the same, and worse',
  play: async ({ server, stage, complain }) => {
    const { open } = await beginStory(server, stage)
    const { nested, headGone } = nest(9_000)
    const line = await open()
    if ((await line.write(nested)) === 'saved') complain('nested types were taken for a story')
    await line.write(headGone)
    const again = await open()
    if ((await again.write(headGone)) === 'saved') complain('a deletion of what is not there was taken')
    for (const one of [line, again]) one.close()
  },
  plant: {
    fault: 'what is put into a document is applied as it comes',
    edits: UNCHECKED_DOCUMENTS,
    caught: /the server ended|nested types were taken/,
  },
})

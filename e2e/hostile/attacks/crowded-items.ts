import { attack } from '../harness/attack.ts'
import { UNCHECKED_DOCUMENTS } from '../harness/edits.ts'
import { crowdOfItems } from '../harness/forge.ts'
import { much } from '../harness/settings.ts'
import { beginStory } from '../harness/story.ts'

export const crowdedItems = attack({
  id: 'crowded-items',
  title: 'some ten thousand bytes whose letters all want the same place',
  rule: 'D20',
  by: 'participant',
  play: async ({ server, stage, complain }) => {
    const { open } = await beginStory(server, stage)
    for (const items of [1_000, much(1_500, 2_000), ...(much(0, 1) ? [6_000, 12_000] : [])]) {
      const line = await open()
      if ((await line.write(crowdOfItems(items))) === 'saved') complain(`${items} pieces were taken`)
      line.close()
    }
  },
  plant: {
    fault: 'what is put into a document is applied as it comes',
    edits: UNCHECKED_DOCUMENTS,
    caught: /pieces were taken|clock answers/,
  },
})

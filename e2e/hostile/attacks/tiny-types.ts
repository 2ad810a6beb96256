import { attack } from '../harness/attack.ts'
import { UNCHECKED_DOCUMENTS } from '../harness/edits.ts'
import { tinyTypes } from '../harness/forge.ts'
import { much } from '../harness/settings.ts'
import { beginStory } from '../harness/story.ts'
import { crowd } from '../harness/strangers.ts'

/** About 180 kB each. */
const TYPES = 20_000

export const tinyTypesOfGhosts = attack({
  id: 'tiny-types',
  title: 'megabytes of empty types in the story of each of several',
  rule: 'D18',
  by: 'ghosts',
  play: async ({ server, stage, complain }) => {
    const update = tinyTypes(TYPES)
    await crowd(much(2, 6), async (n) => {
      const { open } = await beginStory(server, stage, n)
      const line = await open()
      for (let piece = 0; piece < much(1, 6); piece++)
        if ((await line.write(update, 6_000)) === 'saved') complain('empty types were taken for a story')
      line.close()
    })
  },
  plant: {
    fault: 'what is put into a document is applied as it comes',
    edits: UNCHECKED_DOCUMENTS,
    caught: /empty types were taken/,
  },
})

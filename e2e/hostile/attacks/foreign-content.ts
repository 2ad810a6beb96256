import { attack } from '../harness/attack.ts'
import { UNCHECKED_DOCUMENTS } from '../harness/edits.ts'
import { honestText, manyClients, manyRoots, nest, subDocuments, tinyTypes } from '../harness/forge.ts'
import { much } from '../harness/settings.ts'
import { beginStory } from '../harness/story.ts'

/** Content that no story has. */
const FOREIGN: Readonly<Record<string, () => Uint8Array>> = {
  'other roots': () => manyRoots(much(300, 3_000)),
  'sub-documents': () => subDocuments(much(50, 1_000)),
  'hundreds of clients': () => manyClients(much(300, 1_000)),
  'a type in a text': () => nest(2).nested,
  'a list of maps': () => tinyTypes(10),
}

export const foreignContent = attack({
  id: 'foreign-content',
  title: 'puts into a story what is no text; whoever writes is not taken for it',
  rule: 'D18',
  by: 'participant',
  play: async ({ server, stage, complain }) => {
    const { open } = await beginStory(server, stage)
    for (const [what, make] of Object.entries(FOREIGN)) {
      const line = await open()
      if ((await line.write(make())) === 'saved') complain(`${what} were taken for a story`)
      line.close()
    }
    const honest = await open()
    if ((await honest.write(honestText('Il était une fois. '.repeat(1_000)))) !== 'saved')
      complain('a pasted story of 19 000 characters was refused')
    honest.close()
  },
  plantAlways: true,
  plant: {
    fault: 'what is put into a document is applied as it comes',
    edits: UNCHECKED_DOCUMENTS,
    caught: /were taken for a story/,
  },
})

import fc from 'fast-check'
import { forContract } from '../../testkit/kind-arbitraries.ts'
import { SlideDefinition } from './definition.ts'

const line = fc.string({ unit: 'grapheme', maxLength: 40 })
const address = fc.oneof(fc.constant(''), fc.webUrl())
const link = fc.record({ label: line, url: address })

export default forContract<SlideDefinition, object, never>({
  definition: fc
    .record({
      body: fc.oneof(line, fc.constant('# Un titre\n\n- un\n- deux\n\n[lien](https://exemple.org)')),
      quotes: fc.array(fc.record({ text: line, author: line, url: address }), { maxLength: 3 }),
      picture: fc.option(fc.record({ picture: fc.uuid(), alt: line, credit: line })),
      links: fc.array(link, { maxLength: 4 }),
      video: fc.option(link),
    })
    .filter((d) => SlideDefinition.safeParse(d).success),
  action: () => fc.constant({ type: 'anything' } as never),
})

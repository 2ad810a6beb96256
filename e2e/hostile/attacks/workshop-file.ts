import { templates } from '@escale/shared'
import { attack } from '../harness/attack.ts'
import { worksInTheLoop } from '../harness/edits.ts'
import { much } from '../harness/settings.ts'
import { post } from '../harness/strangers.ts'

const wide = (chars: number) => '漢'.repeat(chars)

/** A plan as long as it may be, of texts as long as they may be: each change of it is told whole. */
function fullFile() {
  const [template] = templates
  const workshop = template?.workshop('fr')
  const slide = workshop?.plan.find(({ kind }) => kind === 'slide')
  const quote = { text: wide(1_000), author: wide(200), url: '' }
  const plan = Array.from({ length: 100 }, (_, n) => ({
    ...slide,
    id: `a${n}`,
    instructions: wide(8_000),
    privateNote: wide(8_000),
    definition: { body: wide(8_000), quotes: Array(6).fill(quote), picture: null, links: [], video: null },
  }))
  return { format: 'escale-workshop', version: 1, workshop: { settings: workshop?.settings, plan } }
}

export const workshopFile = attack({
  id: 'workshop-file',
  title: 'makes sessions from a workshop file as large as may be',
  rule: 'issue 11 §4',
  by: 'stranger',
  bars: { memoryMiB: 250, diskMiB: 60 },
  play: async ({ server }) => {
    const body = JSON.stringify({ language: 'fr', file: fullFile() })
    for (let n = 0; n < much(3, 20); n++) await post(server, '/api/sessions', body, { from: n })
  },
  plant: worksInTheLoop(/POST \/api\/sessions$/, 300),
})

import { attack } from '../harness/attack.ts'
import { worksInTheLoop } from '../harness/edits.ts'
import { fullFile } from '../harness/full-file.ts'
import { much } from '../harness/settings.ts'
import { post } from '../harness/strangers.ts'

export const workshopFile = attack({
  id: 'workshop-file',
  title: 'makes sessions from a workshop file as large as may be',
  rule: 'D16',
  by: 'stranger',
  bars: { memoryMiB: 250, diskMiB: 60 },
  play: async ({ server }) => {
    const body = JSON.stringify({ language: 'fr', file: fullFile() })
    for (let n = 0; n < much(3, 20); n++) await post(server, '/api/sessions', body, { from: n })
  },
  plant: worksInTheLoop(/POST \/api\/sessions$/, 300),
})

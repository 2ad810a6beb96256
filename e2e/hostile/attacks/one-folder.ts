import { RealServer } from '../../fixtures/server.ts'
import { attack } from '../harness/attack.ts'

export const oneFolder = attack({
  id: 'one-folder',
  title: 'a second server is started on the same data folder',
  rule: 'O5',
  by: 'nobody',
  play: async ({ server, complain }) => {
    const second = await RealServer.prepare({ data: server.data })
    const isUp = await second.begin().then(
      () => true,
      () => false,
    )
    if (isUp) complain('it serves the same folder')
    else if (!/data|folder|dossier/i.test(second.output))
      complain(`it does not say why: ${second.output.slice(0, 200)}`)
    await second.kill()
  },
  plant: {
    fault: 'a data folder without a lock',
    edits: [{ find: /function lockFolder\(folder\) \{/g, put: '$& return { release() {} };' }],
    caught: /it serves the same folder/,
  },
})

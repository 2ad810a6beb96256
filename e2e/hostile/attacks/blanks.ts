import { randomUUID } from 'node:crypto'
import { attack } from '../harness/attack.ts'
import { worksInTheLoop } from '../harness/edits.ts'
import { incompleteHarvest } from '../harness/judge.ts'
import { joinStage, takeSeat } from '../harness/stage.ts'

const PATTERNS = [
  ' ',
  '\t',
  ' \n',
  '\n',
  '*',
  '_',
  '[',
  '<',
  '(',
  '`',
  '#',
  '> ',
  '|',
  '=',
  '\\',
  'a@',
  '&',
  'http://',
  '"',
  '’',
  '\u200b',
]
const long = (pattern: string, chars: number) =>
  `x${pattern.repeat(Math.floor((chars - 2) / pattern.length))}x`

export const blanks = attack({
  id: 'blanks',
  title: 'writes texts at which expressions backtrack in every field, then asks for every format',
  rule: 'L5',
  by: 'facilitator',
  longOnly: 'the linter of expressions looks at every change (L5)',
  play: async ({ server, stage, complain }) => {
    const { facilitator, activity, wall } = stage
    const slide = activity('slide')
    await facilitator.do({
      type: 'plan-edit',
      activity: slide,
      patch: {
        instructions: long(' ', 8_000),
        definition: {
          body: PATTERNS.map((p) => long(p, 380)).join('\n'),
          quotes: [],
          picture: null,
          links: [],
          video: null,
        },
      },
    })
    await facilitator.go(slide)
    await facilitator.go(wall)
    for (const pattern of PATTERNS)
      await facilitator.write(
        { type: 'put', note: { id: randomUUID(), text: long(pattern, 500), colour: 0, zone: '' } },
        wall,
      )
    for (const [n, pattern] of PATTERNS.entries()) {
      const bot = await joinStage(server, stage, n)
      await bot.until((sight) => sight.activity !== null)
      await bot.act({ type: 'keep', text: long(pattern, 19_900), named: false }, activity('word-rally'))
      bot.close()
    }
    await takeSeat(server, stage)
    for (const what of await incompleteHarvest(
      facilitator,
      [],
      ['markdown', 'html', 'csv', 'json', 'svg', 'png'],
    ))
      complain(what)
  },
  plant: worksInTheLoop(/\/harvest\//, 250),
})

import { attack } from '../harness/attack.ts'
import { much } from '../harness/settings.ts'
import { crowd, post } from '../harness/strangers.ts'

const guess = (n: number) => ({ code: `ABCD${String(n).padStart(4, '2').replaceAll(/[01]/g, 'Z')}` })

export const forgedAddress = attack({
  id: 'forged-address',
  title: 'names another address with each wrong code, to be counted anew each time',
  rule: 'O7',
  by: 'stranger',
  play: async ({ server, complain }) => {
    const answers = await crowd(
      much(80, 120),
      (n) => post(server, '/api/code', guess(n), { headers: { 'x-forwarded-for': `203.0.113.${n}` } }),
      10,
    )
    const through = answers.filter(({ status }) => status === 404).length
    if (through > 60) complain(`${through} guesses were judged`)
  },
  plant: {
    fault: 'whoever asks is believed about the address',
    env: { ESCALE_TRUST_PROXY: 'loopback' },
    caught: /guesses were judged/,
  },
})

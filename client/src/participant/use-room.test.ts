// @vitest-environment node
import type { MeSlice } from '@escale/shared'
import { expect, test } from 'vitest'
import { roomAt } from './use-room.ts'

const me: MeSlice = {
  id: 'p',
  role: 'participant',
  name: '',
  rank: 1,
  room: 'g2',
  roomUntil: 1_000,
  visioPlenary: 'https://v.example/all',
  visioRoom: 'https://v.example/2',
  messages: [],
  own: [],
}

test('the return to plenary needs no word from the server: it is there at the instant itself', () => {
  expect(roomAt(me, 999)).toEqual({ room: 'g2', visio: 'https://v.example/2' })
  expect(roomAt(me, 1_000)).toEqual({ room: 'plenary', visio: 'https://v.example/all' })
  expect(roomAt({ ...me, roomUntil: null }, 99_999)).toEqual({ room: 'g2', visio: 'https://v.example/2' })
})

import { afterAll } from 'vitest'
import { RealServer, type ServerSettings } from '../../fixtures/server.ts'

const houses: RealServer[] = []
afterAll(() => Promise.all(houses.map((house) => house.dispose())))

/** A server that is gone when the tests of this file are over, whatever becomes of them. */
export async function startHouse(settings: ServerSettings = {}): Promise<RealServer> {
  const house = await RealServer.prepare(settings)
  houses.push(house)
  await house.begin()
  return house
}

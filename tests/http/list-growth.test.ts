import { expect, test } from 'vitest'

import { signedIn } from '../support/client.ts'
import { manyExecutives } from '../support/many-people.ts'
import { type Cost, costOf } from '../support/query-cost.ts'
import { aWorld, settingOf } from '../support/world.ts'

const LISTS = [
  '/today',
  '/api/v1/today',
  '/board',
  '/pairings',
  '/people',
  '/suggestions',
  '/calendar',
  '/programmes',
  '/deliveries',
  '/api/v1/people',
  '/api/v1/pairings',
  '/api/v1/sessions',
  '/api/v1/programmes',
] as const

const few = await costsWith(80)
const many = await costsWith(800)

test.each([...LISTS, 'closure', 'plan'])(
  '%s asks as often for 800 executives, and reads in proportion',
  (list) => {
    const [small, large] = [few.get(list), many.get(list)]

    expect(large?.calls).toBe(small?.calls)
    expect(large?.calls).toBeLessThanOrEqual(14)
    expect(large?.rowsRead ?? Infinity).toBeLessThanOrEqual((small?.rowsRead ?? 0) * 10.5)
  },
)

async function costsWith(executives: number): Promise<ReadonlyMap<string, Cost>> {
  const world = await aWorld()
  await manyExecutives(settingOf(world), world.tom, executives)
  world.now('2027-06-15T08:00Z')
  const programme = `/programmes/${world.northwind.id}`
  const costs = new Map<string, Cost>()
  const measure = async (name: string, method: string, path: string) => {
    const cost = await costOf(world.platform, async (platform) => {
      const nadia = await signedIn(world.platform, world.nadia, platform)
      const { status } = await nadia.ask(path, { method })
      expect({ name, status }).toEqual({ name, status: method === 'GET' ? 200 : 201 })
    })
    costs.set(name, cost)
  }
  for (const list of LISTS) await measure(list, 'GET', list)
  await measure('closure', 'GET', `${programme}/closure`)
  await measure('plan', 'POST', `/api/v1${programme}/plans`)
  return costs
}

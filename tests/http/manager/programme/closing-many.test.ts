import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { manyExecutives } from '../../../support/many-people.ts'
import { runDue } from '../../../support/run-due.ts'
import { aFixedSession, aWorld, settingOf } from '../../../support/world.ts'

const EXECUTIVES = 700
/** One request and each minute end this many. */
const AT_ONCE = 64

test('closing ends every one of 700 pairings, some each minute, and says how far it is', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const pairings = await manyExecutives(here, world.tom, EXECUTIVES)
  const last = pairings.toSorted((one, other) => (one.id < other.id ? -1 : 1)).at(-1) ?? world.pairing
  await aFixedSession(here, last, '2027-03-18T10:00Z')
  const nadia = await world.as(world.nadia)
  const path = `/programmes/${world.northwind.id}/closure`

  const before = String((await nadia.get(path)).body)
  expect(before).toContain('One date ahead')
  expect(before).toContain(`${EXECUTIVES + 1} pairings end`)
  expect(await nadia.post(`/api/v1${path}`)).toMatchObject({
    status: 409,
    body: { error: { code: 'sessions-ahead' } },
  })

  const closing = await nadia.post(`/api/v1${path}`, { cancelFixed: true })
  expect(closing).toMatchObject({ status: 200, body: { status: 'closing' } })
  const during = String((await nadia.get(path)).body)
  expect(during).toContain('Northwind leadership is being closed')
  expect(during).toContain(`${EXECUTIVES + 1 - AT_ONCE} pairings are still to end`)

  let minutes = 0
  while ((await living()) > 0 || (await status()) !== 'closed') {
    minutes += 1
    expect(minutes).toBeLessThan(15)
    world.now(new Date(Date.UTC(2027, 2, 15, 8, minutes)).toISOString().slice(0, 16) + 'Z')
    await runDue(world.platform, 'finish-closing')
  }
  expect(minutes).toBe(Math.floor((EXECUTIVES + 1) / AT_ONCE))
  expect(await count("SELECT count(*) AS n FROM sessions WHERE status = 'cancelled'")).toBe(1)
})

test('the refusal to close names some of 60 dates, and how many more there are', async () => {
  const world = await aWorld()
  const pairings = await manyExecutives(settingOf(world), world.tom, 60)
  for (const [index, pairing] of pairings.entries())
    await aFixedSession(
      settingOf(world),
      pairing,
      `2027-0${4 + Math.floor(index / 20)}-${10 + (index % 20)}T10:00Z`,
    )
  const nadia = await world.as(world.nadia)
  const { body } = await nadia.post(`/api/v1/programmes/${world.northwind.id}/closure`)

  expect(Object(body).error.message).toContain(' and 55 more.')
  expect(Object(body).error.message.length).toBeLessThan(400)
})

const living = () => count("SELECT count(*) AS n FROM pairings WHERE status <> 'ended'")
const status = () => env.DB.prepare('SELECT status FROM programmes').first('status')

async function count(query: string): Promise<number> {
  return (await env.DB.prepare(query).first<number>('n')) ?? 0
}

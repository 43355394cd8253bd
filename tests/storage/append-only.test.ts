import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { decideCancellation } from '../../worker/domain/session/cancel.ts'
import { commit } from '../../worker/storage/commit.ts'
import { findSessionSituation } from '../../worker/storage/situation.ts'
import { aFixedSession, aWorld, have, settingOf } from '../support/world.ts'

const world = await aWorld()
const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
await (await world.as(world.nadia)).get(`/api/v1/sessions/${session.id}`)

test.each(['events', 'access_log'])('rows of %s are never changed, deleted or replaced', async (table) => {
  const before = await env.DB.prepare(`SELECT * FROM ${table}`).all()
  expect(before.results.length).toBeGreaterThan(0)

  const tries = [
    `UPDATE ${table} SET at = 0`,
    `UPDATE OR REPLACE ${table} SET at = 0`,
    `DELETE FROM ${table}`,
    `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`,
    `REPLACE INTO ${table} SELECT * FROM ${table}`,
    `INSERT INTO ${table} SELECT * FROM ${table} WHERE true ON CONFLICT DO UPDATE SET at = 0`,
  ]
  expect((await Promise.all(tries.map(run))).filter((each) => each === 'written')).toEqual([])
  expect((await env.DB.prepare(`SELECT * FROM ${table}`).all()).results).toEqual(before.results)
})

test('an invite’s SEQUENCE, stamp and UID never go back', async () => {
  const back = ['sequence = sequence - 1', 'stamped_at = stamped_at - 1', "uid = 'another'"]
  const said = await Promise.all(
    back.map((change) => run(`UPDATE invites SET ${change} WHERE session_id = '${session.id}'`)),
  )
  expect(said.map((each) => /sequence-falls|CHECK/.exec(each)?.[0])).toEqual([
    'sequence-falls',
    'sequence-falls',
    'sequence-falls',
  ])
})

test('a diary version is raised by exactly one', async () => {
  expect(await run(`UPDATE diaries SET version = version + 1 WHERE person_id = '${world.tom.id}'`)).toBe(
    'written',
  )
  expect(await run(`UPDATE diaries SET version = version WHERE person_id = '${world.tom.id}'`)).toContain(
    'changed-meanwhile',
  )
  expect(await run(`UPDATE diaries SET version = 0 WHERE person_id = '${world.tom.id}'`)).toContain(
    'changed-meanwhile',
  )
})

test.each([
  ['people', 'name', world.tom.id],
  ['pairings', 'override_reason', world.pairing.id],
  ['programmes', 'name', world.northwind.id],
])('of two writers of one version of %s, the second is refused', async (table, column, id) => {
  const version = await env.DB.prepare(`SELECT version FROM ${table} WHERE id = ?`)
    .bind(id)
    .first<number>('version')
  const write = () =>
    run(`UPDATE ${table} SET ${column} = 'Other', version = ${version} + 1 WHERE id = '${id}'`)

  expect(await write()).toBe('written')
  expect(await write()).toContain('changed-meanwhile')
  expect(await run(`UPDATE ${table} SET ${column} = 'Other' WHERE id = '${id}'`)).toContain(
    'changed-meanwhile',
  )
})

test('of two decisions on one read the second is refused, and writes nothing', async () => {
  const { platform, nadia } = world
  const situation = await findSessionSituation(platform, session.id)
  if (!situation) throw new Error('no session')
  const decision = have(decideCancellation(situation, { reopen: false }, { id: nadia.id, door: 'manager' }))

  expect(await commit(platform, decision)).toMatchObject({ ok: true })
  const letters = await env.DB.prepare('SELECT count(*) AS count FROM outbox').first('count')
  const other = {
    ...decision,
    letters: decision.letters.map((letter) => ({ ...letter, dedupeKey: `${letter.dedupeKey}:2` })),
  }
  expect(await commit(platform, other)).toEqual({ ok: false, refusal: { reason: 'changed-meanwhile' } })
  expect(await env.DB.prepare('SELECT count(*) AS count FROM outbox').first('count')).toBe(letters)
})

async function run(statement: string): Promise<string> {
  try {
    await env.DB.prepare(statement).run()
    return 'written'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { logOutcome, type OutcomeRequest } from '../../worker/actions/session/log-outcome.ts'
import type { FormatId, SessionId } from '../../worker/domain/ids.ts'
import { pathAfter } from '../../worker/domain/path/path.ts'
import { listFormats } from '../../worker/storage/path/format.ts'
import { findProgrammePaths } from '../../worker/storage/path/path.ts'
import { findSituation } from '../../worker/storage/situation.ts'
import { HAPPENED } from '../support/logged-session.ts'
import { at } from '../support/times.ts'
import { aFixedSession, aWorld, have, settingOf, type World } from '../support/world.ts'

test('a path has the two latest sessions of each format, the acts, and what became of what was agreed', async () => {
  const world = await aWorld()
  const [first, second] = await formatIds(world)
  await held(world, '2027-03-16T09:00Z', first, { evidence: 'reading', commitment: 'One' })
  const third = await held(world, '2027-03-17T09:00Z', first, { commitment: 'Two', lastDone: 'yes' })
  const fourth = await held(world, '2027-03-18T09:00Z', first, { result: 'cut-short', lastDone: 'no' })
  const fifth = await held(world, '2027-03-19T09:00Z', second, { evidence: 'posting' })

  const path = await pathOf(world)
  expect(path?.acts).toEqual(['reading', 'posting'])
  expect(path).toMatchObject({ hasMet: true, hasClosed: false })
  expect(path?.steps.toSorted((one, other) => one.at - other.at)).toEqual([
    { sessionId: third, formatId: first, at: at('2027-03-17T09:00Z'), wasCutShort: false, done: 'no' },
    { sessionId: fourth, formatId: first, at: at('2027-03-18T09:00Z'), wasCutShort: true, done: null },
    { sessionId: fifth, formatId: second, at: at('2027-03-19T09:00Z'), wasCutShort: false, done: null },
  ])
  const { paths } = await findProgrammePaths(world.platform.db, world.northwind.id)
  expect(paths.get(world.pairing.id)).toEqual(path)
})

test('what passed without a log counts; what did not take place, or has no format, does not begin a path', async () => {
  const world = await aWorld()
  const [first] = await formatIds(world)
  expect(await pathOf(world)).toEqual({
    hasStages: true,
    acts: [],
    hasMet: false,
    hasClosed: false,
    steps: [],
    track: null,
  })
  const missed = await held(world, '2027-03-16T09:00Z', first, { result: 'did-not-happen' })
  expect(await pathOf(world)).toMatchObject({ hasMet: false, steps: [] })

  await env.DB.prepare("UPDATE sessions SET status = 'fixed', passed = 1 WHERE id = ?").bind(missed).run()
  expect(await pathOf(world)).toMatchObject({
    hasMet: true,
    steps: [{ formatId: first, wasCutShort: false }],
  })
  await env.DB.prepare('UPDATE sessions SET format_id = NULL WHERE id = ?').bind(missed).run()
  expect(await pathOf(world)).toMatchObject({ hasMet: true, steps: [] })
})

test('a log that was replaced counts no more, nor does what was agreed in it', async () => {
  const world = await aWorld()
  const [first] = await formatIds(world)
  const session = await held(world, '2027-03-16T09:00Z', first, { evidence: 'posting', commitment: 'One' })
  await log(world, session, { evidence: 'reading' })
  await env.DB.prepare("UPDATE commitments SET done = 'no' WHERE words = 'One'").run()
  expect(await pathOf(world)).toMatchObject({
    acts: ['reading'],
    steps: [{ sessionId: session, done: null }],
  })
})

test('what the rule expects after a log is what is read after it', async () => {
  const world = await aWorld()
  const [first, second] = await formatIds(world)
  const before = await held(world, '2027-03-16T09:00Z', first, { commitment: 'One' })
  const path = await pathOf(world)
  const session = await held(world, '2027-03-17T09:00Z', second, {
    ...({ result: 'cut-short', lastDone: 'no', evidence: 'answering' } as const),
  })
  const step = {
    sessionId: session,
    formatId: second,
    at: at('2027-03-17T09:00Z'),
    wasCutShort: true,
    done: null,
  }
  const told = { sessionId: before, done: 'no' } as const
  const expected = path && pathAfter(path, { step, isClosing: false, evidence: 'answering', before: told })
  const read = await pathOf(world)
  expect({ ...read, steps: read?.steps.toSorted((one, other) => one.at - other.at) }).toEqual(expected)
})

async function held(world: World, start: string, formatId: FormatId, parts: Partial<OutcomeRequest>) {
  const session = await aFixedSession(settingOf(world), world.pairing, start)
  await env.DB.prepare('UPDATE sessions SET format_id = ? WHERE id = ?').bind(formatId, session.id).run()
  world.now(start.replace(':00Z', ':40Z'))
  return log(world, session.id, parts)
}

async function log(world: World, id: SessionId, parts: Partial<OutcomeRequest>): Promise<SessionId> {
  have(await logOutcome(world.platform, id, { ...HAPPENED, ...parts }, { id: world.tom.id, door: 'link' }))
  return id
}

async function pathOf({ platform, pairing }: World) {
  return (await findSituation(platform, pairing.id))?.path
}

async function formatIds({ platform, northwind }: World): Promise<readonly [FormatId, FormatId]> {
  const [first, second] = await listFormats(platform.db, northwind.id)
  if (!first || !second) throw new Error('no formats')
  return [first.id, second.id]
}

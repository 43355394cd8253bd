import { expect, test } from 'vitest'

import { correctLog, type CorrectionRequest } from '../../worker/actions/session/correct-log.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { after, HOUR, iso, MINUTE } from '../../worker/domain/time/time.ts'
import { findStage } from '../../worker/storage/path/stage.ts'
import { listCorrections } from '../../worker/storage/session/corrections.ts'
import { findLogReading, listCommitments } from '../../worker/storage/session/outcome.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { link } from '../support/links.ts'
import { HAPPENED } from '../support/logged-session.ts'
import { at } from '../support/times.ts'
import { aFixedSession, aWorld, have, settingOf, type World } from '../support/world.ts'

const MET = '2027-03-16T09:00Z'
const LOGGED = { ...HAPPENED, commitment: 'Answer one thread', evidence: 'posting' } as const
const CORRECTION: CorrectionRequest = {
  ...LOGGED,
  result: 'happened',
  evidence: 'answering',
  corrects: null,
  reason: 'He answered; he did not post.',
}

test('within the hour a log is replaced and not corrected; later only a manager corrects it', async () => {
  const { world, session } = await logged()
  const tom = { id: world.tom.id, door: 'link' } as const
  const nadia = await world.as(world.nadia)
  const correct = () =>
    nadia.post(`/api/v1/sessions/${session.id}/correction`, { result: 'cut-short', reason: 'Late.' })

  world.now(iso(after(at(MET), 2 * HOUR - 1)))
  expect(await correct()).toMatchObject({ status: 409, body: { error: { code: 'log-replaceable' } } })

  world.now(iso(after(at(MET), 2 * HOUR)))
  expect(await logOutcome(world.platform, session.id, HAPPENED, tom)).toMatchObject({
    refusal: { reason: 'already-logged' },
  })
  expect(await correct()).toMatchObject({ status: 200, body: { status: 'cut-short' } })
  expect(await logOutcome(world.platform, session.id, HAPPENED, tom)).toMatchObject({
    refusal: { reason: 'already-logged' },
  })
})

test('the old log stays, with who corrected it, when and why', async () => {
  const { world, session } = await logged()
  later(world)
  have(await correctLog(world.platform, session.id, CORRECTION, byNadia(world)))

  expect(await listCorrections(world.platform.db, session.id)).toMatchObject([
    {
      byId: world.nadia.id,
      at: world.platform.now(),
      reason: 'He answered; he did not post.',
      before: { result: 'happened', evidence: 'posting', loggedBy: world.tom.id },
      agreed: { words: 'Answer one thread' },
    },
  ])
  const { body } = await (await world.as(world.nadia)).get(`/api/v1/sessions/${session.id}/outcome`)
  expect(body).toMatchObject({
    outcome: { evidence: 'answering', loggedBy: world.nadia.id },
    corrections: [{ reason: 'He answered; he did not post.', before: { evidence: 'posting' } }],
  })
})

test('the stage, what was agreed and what comes next follow the correction', async () => {
  const { world, session } = await logged()
  const { db } = world.platform
  expect(await findStage(db, world.northwind.id, world.bernard.id)).toBe('posting')
  later(world)

  const words = 'Answer two threads'
  have(await correctLog(world.platform, session.id, { ...CORRECTION, commitment: words }, byNadia(world)))
  expect(await findStage(db, world.northwind.id, world.bernard.id)).toBe('answering')
  expect(await listCommitments(db, world.pairing.id)).toMatchObject([{ words, done: null, saidDone: null }])
  expect((await open(world, 'own', session)).html).toContain(words)

  const unmet = { ...CORRECTION, result: 'did-not-happen', whyNotHeld: 'travel' } as const
  have(await correctLog(world.platform, session.id, unmet, byNadia(world)))
  expect(await findStage(db, world.northwind.id, world.bernard.id)).toBe('curious')
  expect(await listCommitments(db, world.pairing.id)).toEqual([])
  expect((await findSession(db, session.id))?.status).toBe('did-not-happen')
})

test('a correction of an older log leaves what came later where it is', async () => {
  const { world, session } = await logged()
  const { platform, tom, pairing } = world
  const second = await aFixedSession(settingOf(world), pairing, '2027-04-06T09:00Z')
  world.now('2027-04-06T10:00Z')
  const log = { ...HAPPENED, lastDone: 'yes', commitment: 'Ask a colleague in' } as const
  have(await logOutcome(platform, second.id, log, { id: tom.id, door: 'link' }))
  world.now('2027-04-07T10:00Z')

  have(
    await correctLog(
      platform,
      session.id,
      { ...CORRECTION, commitment: 'Answer two threads' },
      byNadia(world),
    ),
  )
  expect(await listCommitments(platform.db, pairing.id)).toMatchObject([
    { words: 'Ask a colleague in' },
    { words: 'Answer two threads', done: 'yes' },
  ])

  const corrected = { ...CORRECTION, commitment: 'Ask a colleague in', lastDone: 'no' } as const
  have(await correctLog(platform, second.id, corrected, byNadia(world)))
  expect(await listCommitments(platform.db, pairing.id)).toMatchObject([{}, { done: 'no' }])
})

test('a correction of a log that is not the one read is refused, and the same press twice corrects once', async () => {
  const { world, session } = await logged()
  const { db } = world.platform
  const { logged: read } = await findLogReading(db, session.id, world.pairing.id)
  later(world)
  const wish = { ...CORRECTION, corrects: read?.id ?? null }
  const id = world.platform.newId('out')
  have(await correctLog(world.platform, session.id, wish, byNadia(world), id))
  have(await correctLog(world.platform, session.id, wish, byNadia(world), id))
  expect(await listCorrections(db, session.id)).toHaveLength(1)

  const stale = { ...wish, result: 'cut-short' } as const
  expect(await correctLog(world.platform, session.id, stale, byNadia(world))).toMatchObject({
    refusal: { reason: 'changed-meanwhile' },
  })
})

test('a replaced log begins its hour anew, and a correction that was meant for the old one is refused', async () => {
  const { world, session } = await logged()
  world.now(iso(after(at(MET), 2 * HOUR - MINUTE)))
  const tom = { id: world.tom.id, door: 'link' } as const
  have(await logOutcome(world.platform, session.id, { ...HAPPENED, result: 'cut-short' }, tom))
  world.now(iso(after(at(MET), 2 * HOUR)))

  expect(await correctLog(world.platform, session.id, CORRECTION, byNadia(world))).toMatchObject({
    refusal: { reason: 'log-replaceable' },
  })
})

test('nobody is written to, and the mentor reads that and by whom it was corrected, but not why', async () => {
  const { world, session } = await logged()
  later(world)
  await deliverDue(world.platform)
  const before = world.mails.length
  have(await correctLog(world.platform, session.id, { ...CORRECTION, result: 'cut-short' }, byNadia(world)))
  await deliverDue(world.platform)

  expect(world.mails).toHaveLength(before)
  const page = await open(world, 'log', session)
  expect(page.html).toMatch(/Cut short/)
  expect(page.html).toMatch(/Corrected by Nadia Haddad/)
  expect(page.html).not.toContain('He answered; he did not post.')
})

test('nothing that nobody has logged can be corrected, and no session of another’s programme', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, MET)
  expect(await correctLog(world.platform, session.id, CORRECTION, byNadia(world))).toMatchObject({
    refusal: { reason: 'not-logged' },
  })
  const elsewhere = { ...byNadia(world), reach: [] }
  expect(await correctLog(world.platform, session.id, CORRECTION, elsewhere)).toMatchObject({
    refusal: { reason: 'not-found' },
  })
})

async function logged() {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, MET)
  await deliverDue(world.platform)
  world.now(iso(after(at(MET), HOUR)))
  have(await logOutcome(world.platform, session.id, LOGGED, { id: world.tom.id, door: 'link' }))
  return { world, session }
}

function later(world: World): void {
  world.now(iso(after(at(MET), 30 * HOUR)))
}

function byNadia({ nadia, northwind }: World) {
  return { id: nadia.id, door: 'manager', reach: [northwind.id] } as const
}

async function open(world: World, purpose: 'own' | 'log', session: Session) {
  const reader = purpose === 'own' ? world.bernard : world.tom
  const { body } = await (await world.as(null)).get(await link(world.platform, purpose, session, reader))
  return { html: String(body) }
}

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { sessions } from '../../schema/index.ts'
import { handOver } from '../../worker/actions/pairing/hand-over.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { correctLog, type CorrectionRequest } from '../../worker/actions/session/correct-log.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { markCommitment } from '../../worker/actions/session/mark-commitment.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import type { SessionId } from '../../worker/domain/ids.ts'
import { CLOSING_TALK } from '../../worker/domain/path/house.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { after, HOUR, iso, MINUTE } from '../../worker/domain/time/time.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { listDone } from '../../worker/storage/path/done.ts'
import { listFormats } from '../../worker/storage/path/format.ts'
import { findStage } from '../../worker/storage/path/stage.ts'
import { listCorrections } from '../../worker/storage/session/corrections.ts'
import { findLogReading, listCommitments } from '../../worker/storage/session/outcome.ts'
import { findOpenSession, findSession } from '../../worker/storage/session/session.ts'
import { listWhysOfSession } from '../../worker/storage/session/why.ts'
import { findSessionSituation } from '../../worker/storage/situation.ts'
import { link } from '../support/links.ts'
import { aLoggedSession, HAPPENED } from '../support/logged-session.ts'
import { at } from '../support/times.ts'
import { aFixedSession, aMentor, asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

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

  expect(await listCorrections(world.platform, session.id)).toMatchObject([
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
    outcome: { evidence: 'answering', loggedBy: world.tom.id },
    corrections: [{ reason: 'He answered; he did not post.', before: { evidence: 'posting' } }],
  })
})

test('the stage, what was agreed and what comes next follow the correction', async () => {
  const { world, session } = await logged()
  const { db } = world.platform
  expect(await findStage(db, world.northwind, world.bernard.id)).toBe('posting')
  later(world)

  const words = 'Answer two threads'
  have(await correctLog(world.platform, session.id, { ...CORRECTION, commitment: words }, byNadia(world)))
  expect(await findStage(db, world.northwind, world.bernard.id)).toBe('answering')
  expect(await listCommitments(db, world.pairing.id)).toMatchObject([{ words, done: null, saidDone: null }])
  expect((await open(world, 'own', session)).html).toContain(words)

  const unmet = { ...CORRECTION, result: 'did-not-happen', whyNotHeld: 'travel' } as const
  have(await correctLog(world.platform, session.id, unmet, byNadia(world)))
  expect(await findStage(db, world.northwind, world.bernard.id)).toBe('curious')
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
  expect(await listCorrections(world.platform, session.id)).toHaveLength(1)

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

test('what was seen after a hand-over stays when the words are corrected', async () => {
  const { world, session } = await logged()
  const { platform } = world
  const { made, uma } = await handedOver(world)
  const second = await aFixedSession(settingOf(world), made, '2027-04-06T09:00Z')
  world.now('2027-04-06T10:00Z')
  have(await logOutcome(platform, second.id, { ...HAPPENED, lastDone: 'yes' }, { id: uma.id, door: 'link' }))

  world.now('2027-04-07T10:00Z')
  const words = 'Answer two threads'
  have(await correctLog(platform, session.id, { ...CORRECTION, commitment: words }, byNadia(world)))
  expect(await listCommitments(platform.db, made.id)).toMatchObject([{ words, done: 'yes' }])
  const [met] = await listDone(platform.db, world.pairing, null)
  expect(met).toMatchObject({ sessionId: session.id, commitmentDone: 'yes' })
  expect(await listCorrections(platform, session.id)).toMatchObject([
    { agreed: { words: 'Answer one thread' } },
  ])
})

test('a corrected “last one done” reaches the copy of a hand-over, but never what a later log says', async () => {
  const { world } = await logged()
  const { platform, tom, pairing } = world
  const second = await aFixedSession(settingOf(world), pairing, '2027-04-06T09:00Z')
  world.now('2027-04-06T10:00Z')
  const log = { ...HAPPENED, lastDone: 'yes' } as const
  have(await logOutcome(platform, second.id, log, { id: tom.id, door: 'link' }))
  const { made, uma } = await handedOver(world)
  world.now('2027-04-07T10:00Z')
  const partly = { ...log, lastDone: 'partly', corrects: null, reason: 'Half.' } as const
  have(await correctLog(platform, second.id, { ...partly, result: 'happened' }, byNadia(world)))
  expect(await listCommitments(platform.db, made.id)).toMatchObject([{ done: 'partly' }])

  const third = await aFixedSession(settingOf(world), made, '2027-04-20T09:00Z')
  world.now('2027-04-20T10:00Z')
  have(await logOutcome(platform, third.id, log, { id: uma.id, door: 'link' }))
  const no = { ...partly, result: 'happened', lastDone: 'no' } as const
  have(await correctLog(platform, second.id, no, byNadia(world)))
  expect(await listCommitments(platform.db, made.id)).toMatchObject([{ done: 'yes' }])
})

test('an older log that is corrected takes nothing from a later log of the same pairing', async () => {
  const { world } = await logged()
  const { platform, tom, pairing } = world
  const by = { id: tom.id, door: 'link' } as const
  const ids: SessionId[] = []
  for (const [start, lastDone] of [
    ['2027-04-06T09:00Z', 'no'],
    ['2027-04-20T09:00Z', 'yes'],
  ] as const) {
    const { id } = await aFixedSession(settingOf(world), pairing, start)
    world.now(iso(after(at(start), HOUR)))
    have(await logOutcome(platform, id, { ...HAPPENED, lastDone }, by))
    ids.push(id)
  }
  world.now('2027-04-21T10:00Z')
  const [older] = ids
  if (!older) throw new Error('not logged')
  const wish = {
    ...HAPPENED,
    result: 'happened',
    lastDone: 'partly',
    corrects: null,
    reason: 'Half.',
  } as const
  have(await correctLog(platform, older, wish, byNadia(world)))
  expect(await listCommitments(platform.db, pairing.id)).toMatchObject([{ done: 'yes' }])
})

test('the log stays its author’s; of a second correction the first is told as her own', async () => {
  const { world, session } = await logged()
  later(world)
  have(await correctLog(world.platform, session.id, CORRECTION, byNadia(world)))
  const first = world.platform.now()
  world.now(iso(after(first, HOUR)))
  const again = { ...CORRECTION, evidence: 'reading' } as const
  have(await correctLog(world.platform, session.id, again, byNadia(world)))

  expect(await listCorrections(world.platform, session.id)).toMatchObject([
    { said: { byId: world.nadia.id, at: first }, before: { evidence: 'answering', loggedBy: world.tom.id } },
    { said: { byId: world.tom.id, at: at('2027-03-16T10:00Z') }, before: { evidence: 'posting' } },
  ])
})

test('the mentor goes on reading the reason that he gave, and not the one that a manager put in its place', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, MET)
  await deliverDue(world.platform)
  world.now(iso(after(at(MET), HOUR)))
  const unmet = { ...HAPPENED, result: 'did-not-happen', whyNotHeld: 'travel' } as const
  have(await logOutcome(world.platform, session.id, unmet, { id: world.tom.id, door: 'link' }))
  later(world)
  const corrected = { ...unmet, result: 'cut-short', corrects: null, reason: 'Ten minutes.' } as const
  have(await correctLog(world.platform, session.id, corrected, byNadia(world)))
  expect((await open(world, 'log', session)).html).toMatch(/>\s*Travel</)

  const other = { ...corrected, whyNotHeld: 'full-week' } as const
  have(await correctLog(world.platform, session.id, other, byNadia(world)))
  const { html } = await open(world, 'log', session)
  expect(html).not.toMatch(/Travel<|A full week/)
  expect(await listWhysOfSession(world.platform.db, session.id)).toMatchObject([{ byId: world.nadia.id }])
})

test('“done” from a page with the old words is not noted; with the same words it is', async () => {
  const { world, session } = await logged()
  const { platform, pairing } = world
  const situation = await findSessionSituation(platform, session.id)
  const [old] = await listCommitments(platform.db, pairing.id)
  if (!situation || !old) throw new Error('nothing agreed')
  later(world)
  const dated = { ...CORRECTION, dueOn: '2027-04-01' } as const
  have(await correctLog(platform, session.id, dated, byNadia(world)))
  expect(await markCommitment(platform, situation, { id: old.id, saidDone: 'no' })).toBe(true)
  expect(await listCommitments(platform.db, pairing.id)).toMatchObject([{ saidDone: 'no' }])

  const words = 'Answer two threads'
  have(await correctLog(platform, session.id, { ...dated, commitment: words }, byNadia(world)))
  expect(await markCommitment(platform, situation, { id: old.id, saidDone: 'yes' })).toBe(false)
  expect(await listCommitments(platform.db, pairing.id)).toMatchObject([{ words, saidDone: null }])
})

test('a session whose log was replaced by “moved” says so', async () => {
  const world = await aWorld({ policy: { autopilot: false } })
  const { id } = await aLoggedSession(world, MET, 'Answer one thread')
  const moved = { ...HAPPENED, result: 'moved' } as const
  have(await logOutcome(world.platform, id, moved, { id: world.tom.id, door: 'link' }))
  const { body } = await (await world.as(world.nadia)).get(`/sessions/${id}`)
  const page = String(body)
  expect(page.slice(0, page.indexOf('<ol class="history"'))).toMatch(/Log replaced · Tom Leroy/)
})

test('what is left out is empty, and a correction that changes nothing is refused', async () => {
  const { world, session } = await logged()
  const { platform, pairing } = world
  later(world)
  have(await correctLog(platform, session.id, CORRECTION, byNadia(world)))
  expect(await listCommitments(platform.db, pairing.id)).toMatchObject([{ dueOn: null }])
  expect(await correctLog(platform, session.id, CORRECTION, byNadia(world))).toMatchObject({
    refusal: { reason: 'nothing-corrected' },
  })
})

test('a correction nudges nobody at once where half-way is past; before it the next date is asked again', async () => {
  for (const [corrected, sent] of [
    ['2027-03-30T10:00Z', 0],
    ['2027-03-18T10:00Z', 1],
  ] as const) {
    const world = await aWorld()
    const rules = { rules: { nudges: true } }
    have(await changePerson(world.platform, world.bernard.id, rules, asManager(world.nadia)))
    const session = await aFixedSession(settingOf(world), world.pairing, MET)
    await deliverDue(world.platform)
    world.now(iso(after(at(MET), HOUR)))
    have(await logOutcome(world.platform, session.id, HAPPENED, { id: world.tom.id, door: 'link' }))
    await aFixedSession(settingOf(world), world.pairing, '2027-04-06T08:00Z')
    await tick(world.platform)
    world.now(corrected)
    have(await correctLog(world.platform, session.id, CORRECTION, byNadia(world)))
    await tick(world.platform)
    expect(nudges(world)).toBe(0)
    world.now('2027-03-30T12:00Z')
    await tick(world.platform)
    expect(nudges(world)).toBe(sent)
  }
})

test('only a closing talk that is held by the correction takes back the times on offer', async () => {
  const { world, session } = await logged()
  const { platform, pairing, northwind } = world
  const closing = (await listFormats(platform.db, northwind.id)).find(
    ({ standard }) => standard === CLOSING_TALK,
  )
  if (!closing) throw new Error('no closing talk')
  await platform.db.update(sessions).set({ formatId: closing.id }).where(eq(sessions.id, session.id))
  later(world)
  const open = await findOpenSession(platform.db, pairing.id)
  expect(open?.status).toBe('offered')
  have(await correctLog(platform, session.id, CORRECTION, byNadia(world)))
  expect((await findOpenSession(platform.db, pairing.id))?.id).toBe(open?.id)

  const unmet = { ...CORRECTION, result: 'did-not-happen' } as const
  have(await correctLog(platform, session.id, unmet, byNadia(world)))
  have(await correctLog(platform, session.id, CORRECTION, byNadia(world)))
  expect(await findOpenSession(platform.db, pairing.id)).toBeNull()
})

async function handedOver(world: World) {
  const { platform, nadia, pairing } = world
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  const wish = { id: platform.newId('pai'), mentorId: uma.id }
  return { uma, made: have(await handOver(platform, pairing.id, wish, { id: nadia.id, door: 'manager' })) }
}

function nudges({ mails, bernard }: World): number {
  return mails.filter(({ to, subject }) => to === bernard.email && subject.startsWith('A word')).length
}

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

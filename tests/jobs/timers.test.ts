import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { findWrong } from '../../worker/actions/clock/re-arm.ts'
import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { offerTimes } from '../../worker/actions/offer/make.ts'
import { changePairing } from '../../worker/actions/pairing/change.ts'
import { handOver } from '../../worker/actions/pairing/hand-over.ts'
import { makeWish, withdrawWish } from '../../worker/actions/pairing/wish.ts'
import { addPerson } from '../../worker/actions/people/add.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { setDeparture } from '../../worker/actions/people/set-departure.ts'
import { changeProgramme } from '../../worker/actions/programme/change.ts'
import { answerFor } from '../../worker/actions/session/answer-for.ts'
import { sayAttendance } from '../../worker/actions/session/attendance.ts'
import { bookSession } from '../../worker/actions/session/book.ts'
import { cancelSession } from '../../worker/actions/session/cancel.ts'
import { recordCounter } from '../../worker/actions/session/counter.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { markCommitment } from '../../worker/actions/session/mark-commitment.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { setAvailability } from '../../worker/actions/slot/set-availability.ts'
import type { TimerSubject } from '../../worker/domain/clock/timer.ts'
import { TIMERS } from '../../worker/domain/clock/timer.ts'
import type { PairingId, SessionId } from '../../worker/domain/ids.ts'
import type { AnswerWish } from '../../worker/domain/offer/answer.ts'
import type { Role } from '../../worker/domain/people/person.ts'
import type { OutcomeResult } from '../../worker/domain/session/outcome.ts'
import type { SessionSituation } from '../../worker/domain/situation.ts'
import { after, before, DAY, HOUR, type Instant, iso, MINUTE } from '../../worker/domain/time/time.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { selectDue } from '../../worker/storage/clock/timers.ts'
import { listCommitments } from '../../worker/storage/session/outcome.ts'
import { listSessionsOfPairing } from '../../worker/storage/session/session.ts'
import { findSessionSituation } from '../../worker/storage/situation.ts'
import { runDue } from '../support/run-due.ts'
import { hours } from '../support/times.ts'
import { aMentor, aPersonIn, asManager, aWorld, settingOf, type World } from '../support/world.ts'

/** One life of one executive: what happens, and how much later. */
type Life = {
  readonly world: World
  readonly pairingId: PairingId
  readonly uma: World['tom']
  readonly vera: World['odile']
}
type Act = (life: Life, now: Instant) => Promise<unknown>

/** `LONG=yes npm test -- tests/jobs` lives longer lives, and more of them. */
const [LENGTH, RUNS] = env.LONG ? [30, 40] : [14, 6]

test('after any history the timers are those that the state owes, and the clock settles them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct(), { minLength: LENGTH, maxLength: LENGTH }), async (acts) => {
      let life = await aLife()
      const { platform } = life.world
      for (const { name, act, wait, ticks } of acts) {
        await act(life, platform.now())
        life = { ...life, pairingId: await livingPairing(life) }
        expect(await wrongNow(life), `after ${name} at ${iso(platform.now())}`).toEqual([])

        life.world.now(iso(after(platform.now(), wait)))
        if (ticks) await runCron(platform, '* * * * *')
        expect(await wrongNow(life), `after ${name} and the clock at ${iso(platform.now())}`).toEqual([])
      }
      await runDue(platform, 're-arm')
      expect(await armedLate(life)).toEqual([])
    }),
    { numRuns: RUNS },
  )
}, 900_000)

async function aLife(): Promise<Life> {
  const world = await aWorld()
  const here = settingOf(world)
  const uma = await aMentor(here, 'Uma Rao')
  const vera = await aPersonIn(here, 'assistant', { name: 'Vera Lind' })
  const by = asManager(world.nadia)
  await changePerson(world.platform, world.bernard.id, { rules: { nudges: true } }, by)
  return { world, uma, vera, pairingId: world.pairing.id }
}

async function livingPairing({ world, pairingId }: Life): Promise<PairingId> {
  const rows = await world.platform.db.all<{ id: PairingId }>(
    "SELECT id FROM pairings WHERE status <> 'ended' ORDER BY created_at DESC LIMIT 1",
  )
  return rows[0]?.id ?? pairingId
}

/** What is stored otherwise than owed, of all that no re-arming waits for. */
async function wrongNow(life: Life) {
  const waiting = await selectDue(life.world.platform.db, 'repair', life.world.platform.now(), {
    limit: 1000,
    ran: [],
  })
  const subjects = await subjectsOf(life)
  const unarmed = subjects.filter((subject) => !waiting.some((each) => each.subject === subject))
  return (await Promise.all(unarmed.map((subject) => findWrong(life.world.platform, subject)))).flat()
}

async function armedLate(life: Life) {
  return (
    await Promise.all((await subjectsOf(life)).map((subject) => findWrong(life.world.platform, subject)))
  ).flat()
}

async function subjectsOf({ world, vera }: Life): Promise<readonly TimerSubject[]> {
  const pairings = await world.platform.db.all<{ id: PairingId }>('SELECT id FROM pairings')
  const { tom, bernard, odile } = world
  return [...pairings.map(({ id }) => id), tom.id, bernard.id, odile.id, vera.id]
}

const LATER = [0, MINUTE, 11 * MINUTE, 20 * MINUTE, 2 * HOUR, DAY, 3 * DAY, 8 * DAY, 20 * DAY] as const

function anAct() {
  const acts = Object.entries(ACTS).map(([name, act]) => fc.constant({ name, act }))
  return fc
    .tuple(fc.oneof(...acts), fc.constantFrom(...LATER), fc.boolean())
    .map(([{ name, act }, wait, ticks]) => ({
      name,
      act,
      wait,
      ticks,
      toString: () => `${name} +${wait / MINUTE} ${ticks}`,
    }))
}

const ACTS: Readonly<Record<string, Act>> = {
  offer: ({ world, pairingId }) =>
    offerTimes(
      world.platform,
      { id: world.platform.newId('off'), pairingId, minutes: null, options: null },
      asManager(world.nadia),
    ),
  pick: answering(({ session }) => {
    const [option] = session.offer?.options ?? []
    return option && session.offer
      ? { kind: 'option', offerId: session.offer.id, optionId: option.id, move: false }
      : null
  }),
  none: answering(({ session }) => session.offer && { kind: 'none', offerId: session.offer.id }),
  later: answering(
    ({ session, now }) =>
      session.offer && { kind: 'later', offerId: session.offer.id, notBefore: after(now, 9 * DAY) },
  ),
  book: ({ world, pairingId }, now) =>
    bookSession(
      world.platform,
      {
        id: world.platform.newId('ses'),
        pairingId,
        start: after(before(now, now % HOUR), 2 * DAY),
        minutes: null,
        reason: 'a test',
      },
      asManager(world.nadia),
    ),
  move: onSession((life, id, now) =>
    moveSession(
      life.world.platform,
      id,
      { start: after(before(now, now % HOUR), 3 * DAY), minutes: null, reason: 'a test' },
      asManager(life.world.nadia),
    ),
  ),
  'stand-in': onSession((life, id, now) =>
    moveSession(
      life.world.platform,
      id,
      {
        start: after(before(now, now % HOUR), 4 * DAY),
        minutes: null,
        reason: 'a test',
        mentorId: life.uma.id,
      },
      asManager(life.world.nadia),
    ),
  ),
  cancel: onSession((life, id) =>
    cancelSession(life.world.platform, id, { reopen: false }, asManager(life.world.nadia)),
  ),
  reopen: onSession((life, id) =>
    cancelSession(life.world.platform, id, { reopen: true }, asManager(life.world.nadia)),
  ),
  decline: onSession(({ world }, id) =>
    answerFor(
      world.platform,
      id,
      { personId: world.bernard.id, partstat: 'DECLINED' },
      { id: world.bernard.id, door: 'link' },
    ),
  ),
  accept: onSession(({ world }, id) =>
    answerFor(
      world.platform,
      id,
      { personId: world.bernard.id, partstat: 'ACCEPTED' },
      { id: world.bernard.id, door: 'link' },
    ),
  ),
  'mentor cannot': onSession(({ world }, id) =>
    answerFor(
      world.platform,
      id,
      { personId: world.tom.id, partstat: 'DECLINED' },
      { id: world.tom.id, door: 'link' },
    ),
  ),
  'mentor can': onSession(({ world }, id) =>
    answerFor(
      world.platform,
      id,
      { personId: world.tom.id, partstat: 'ACCEPTED' },
      { id: world.tom.id, door: 'link' },
    ),
  ),
  propose: onSession(({ world }, id, now) =>
    recordCounter(world.platform, id, {
      time: { start: after(before(now, now % HOUR), 5 * DAY), end: null },
      personId: world.bernard.id,
      by: { id: world.odile.id, door: 'link' },
    }),
  ),
  waiting: onSession(({ world }, id) =>
    sayAttendance(world.platform, id, 'waiting', { id: world.tom.id, door: 'mentor' }),
  ),
  arrived: onSession(({ world }, id) =>
    sayAttendance(world.platform, id, 'arrived', { id: world.tom.id, door: 'mentor' }),
  ),
  happened: logging('happened'),
  'did not happen': logging('did-not-happen'),
  moved: logging('moved'),
  done: async (life) => {
    const situation = await lastSituation(life)
    const [commitment] = await listCommitments(life.world.platform.db, life.pairingId)
    if (situation && commitment)
      await markCommitment(life.world.platform, situation, { id: commitment.id, saidDone: 'yes' })
  },
  'wish for a pause': async (life) => {
    const situation = await lastSituation(life)
    if (situation) await makeWish(life.world.platform, situation, 'pause')
  },
  'wish withdrawn': async (life) => {
    const situation = await lastSituation(life)
    if (situation) await withdrawWish(life.world.platform, situation, 'pause')
  },
  pause: ({ world, pairingId }) =>
    changePairing(world.platform, pairingId, { status: 'paused' }, asManager(world.nadia)),
  resume: ({ world, pairingId }) =>
    changePairing(world.platform, pairingId, { status: 'active' }, asManager(world.nadia)),
  'hand over': ({ world, pairingId, uma, ...life }) =>
    handOver(
      world.platform,
      pairingId,
      {
        id: world.platform.newId('pai'),
        mentorId: life.vera.id === uma.id ? world.tom.id : uma.id,
      },
      asManager(world.nadia),
    ),
  policy: ({ world }, now) =>
    changeProgramme(
      world.platform,
      world.northwind.id,
      { policy: { cadence: 14 + (now % 3), autopilot: now % 2 === 0 } },
      asManager(world.nadia),
    ),
  hours: ({ world }, now) =>
    setAvailability(
      world.platform,
      world.tom.id,
      now % 2 === 0 ? hours({ zone: 'Europe/Paris', weekly: [] }) : hours({ zone: 'Europe/Paris' }),
      asManager(world.nadia),
    ),
  zone: ({ world }, now) =>
    changePerson(
      world.platform,
      world.tom.id,
      { zone: now % 2 === 0 ? 'America/New_York' : 'Asia/Tokyo' },
      asManager(world.nadia),
    ),
  'zone of the stand-in': ({ world, uma }, now) =>
    changePerson(
      world.platform,
      uma.id,
      { zone: now % 2 === 0 ? 'America/New_York' : 'Asia/Tokyo' },
      asManager(world.nadia),
    ),
  'another assistant': ({ world, vera }) =>
    changePerson(world.platform, world.bernard.id, { assistantIds: [vera.id] }, asManager(world.nadia)),
  'the mentor leaves': leaving(({ tom }) => tom),
  'the stand-in leaves': (life, now) =>
    setDeparture(life.world.platform, life.uma.id, lastDay(now), asManager(life.world.nadia)),
  'the executive leaves': leaving(({ bernard }) => bernard),
  'the assistant leaves': leaving(({ odile }) => odile),
  'they stay': async ({ world, uma }) => {
    for (const { id } of [world.tom, world.bernard, world.odile, uma])
      await setDeparture(world.platform, id, null, asManager(world.nadia))
  },
  'the mentor comes back': ({ world }) => comesBack(world, world.tom, 'mentor'),
  'the executive comes back': ({ world }) => comesBack(world, world.bernard, 'executive'),
  'the clock': ({ world }) => runCron(world.platform, '* * * * *'),
}

function leaving(who: (world: World) => World['tom']): Act {
  return ({ world }, now) => setDeparture(world.platform, who(world).id, lastDay(now), asManager(world.nadia))
}

/** Up to nine days ahead, or a day that has passed. */
function lastDay(now: Instant): string {
  return iso(after(now, ((now / MINUTE) % 11) * DAY - DAY)).slice(0, 10)
}

function comesBack({ platform, northwind, nadia }: World, person: World['tom'], role: Role) {
  const { departure: _, replyAddress: _address, version: _version, ...known } = person
  const wish = {
    ...known,
    id: platform.newId('per'),
    programmeId: northwind.id,
    roles: [role],
    assistantIds: [],
  }
  return addPerson(platform, wish, asManager(nadia))
}

function onSession(act: (life: Life, id: SessionId, now: Instant) => Promise<unknown>): Act {
  return async (life, now) => {
    const situation = await lastSituation(life)
    if (situation) await act(life, situation.session.id, now)
  }
}

function answering(wishOf: (situation: SessionSituation) => AnswerWish | null): Act {
  return onSession(async ({ world }, id) => {
    const situation = await findSessionSituation(world.platform, id)
    const wish = situation && wishOf(situation)
    if (wish) await answerOffer(world.platform, id, wish, { id: world.odile.id, door: 'link' })
  })
}

function logging(result: OutcomeResult): Act {
  return onSession(({ world }, id) =>
    logOutcome(
      world.platform,
      id,
      {
        ...{ result, commitment: 'Answer one question', dueOn: null, lastDone: null },
        ...{ benefit: null, evidence: null, needsManager: false, whyNotHeld: null },
      },
      { id: world.tom.id, door: 'mentor' },
    ),
  )
}

/** The latest session of the pairing: open, over or logged. */
async function lastSituation({ world, pairingId }: Life): Promise<SessionSituation | null> {
  const sessions = await listSessionsOfPairing(world.platform.db, pairingId)
  const open = sessions.find(({ status }) => status === 'offered' || status === 'fixed') ?? sessions.at(-1)
  return open ? findSessionSituation(world.platform, open.id) : null
}

test('every kind of timer waits in the lane that its table says', () => {
  expect(new Set(Object.values(TIMERS).map(({ lane }) => lane))).toEqual(
    new Set(['rounds', 'feeds', 'repair']),
  )
})

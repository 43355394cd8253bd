import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { claims } from '../../schema/index.ts'
import { findWrong } from '../../worker/actions/clock/re-arm.ts'
import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { offerTimes } from '../../worker/actions/offer/make.ts'
import { remind } from '../../worker/actions/offer/remind.ts'
import { changePairing } from '../../worker/actions/pairing/change.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { answerFor } from '../../worker/actions/session/answer-for.ts'
import { bookSession } from '../../worker/actions/session/book.ts'
import { cancelSession } from '../../worker/actions/session/cancel.ts'
import { changePlace } from '../../worker/actions/session/change-place.ts'
import { acceptCounter, recordCounter, refuseCounter } from '../../worker/actions/session/counter.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { sendNow, undoPress } from '../../worker/actions/undo/undo.ts'
import type { ByPerson } from '../../worker/domain/decision.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { after, HOUR, iso } from '../../worker/domain/time/time.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { findPairing } from '../../worker/storage/pairing/pairing.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { calendarIn } from '../support/calendar-parts.ts'
import { submitted } from '../support/forms.ts'
import { minutesLater } from '../support/minutes-later.ts'
import { wordsOf } from '../support/pages.tsx'
import { runDue } from '../support/run-due.ts'
import { at } from '../support/times.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

type Pressing = (world: World, session: Session | null, by: ByPerson) => Promise<Session>
type Situation = (world: World) => Promise<Session | null>

const nothing: Situation = () => Promise.resolve(null)
const offered: Situation = (world) => anOffer(settingOf(world), world.pairing)
const fixed: Situation = (world) => aFixedSession(settingOf(world), world.pairing, '2027-03-22T10:00Z')
const proposed: Situation = async (world) => {
  const session = await fixed(world)
  return (
    session &&
    have(
      await recordCounter(world.platform, session.id, {
        time: { start: at('2027-03-23T13:00Z'), end: null },
        personId: world.bernard.id,
        by: { id: world.odile.id, door: 'link' },
      }),
    )
  )
}

/** Two working days after the offer. */
const unanswered: Situation = async (world) => {
  const session = await offered(world)
  await minutesLater(world, 2)
  world.now('2027-03-17T16:00Z')
  await runCron(world.platform, '* * * * *')
  return session
}
/** A day after the session. */
const over: Situation = async (world) => {
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T10:00Z')
  await minutesLater(world, 2)
  world.now('2027-03-17T11:00Z')
  await runCron(world.platform, '* * * * *')
  return session
}
const UNSAID = { commitment: null, dueOn: null, lastDone: null, benefit: null, evidence: null } as const
const HAPPENED = { result: 'happened', ...UNSAID, needsManager: false, whyNotHeld: null } as const

const offer: Pressing = async ({ platform, pairing }, _, by) =>
  have(
    await offerTimes(
      platform,
      { id: platform.newId('off'), pairingId: pairing.id, minutes: null, options: null },
      by,
    ),
  )
const book: Pressing = async ({ platform, pairing }, _, by) =>
  have(
    await bookSession(
      platform,
      {
        id: platform.newId('ses'),
        pairingId: pairing.id,
        start: at('2027-03-24T10:00Z'),
        minutes: null,
        reason: 'agreed',
      },
      by,
    ),
  )
const on =
  (act: (world: World, session: Session, by: ByPerson) => Promise<{ readonly ok: boolean }>): Pressing =>
  async (world, session, by) => {
    if (!session) throw new Error('nothing to press on')
    await act(world, session, by)
    const now = await findSession(world.platform.db, session.id)
    if (!now) throw new Error('gone')
    return now
  }
const PRESSES: Readonly<Record<string, readonly [Situation, Pressing]>> = {
  'the first offer': [nothing, offer],
  'another offer': [offered, offer],
  'a booking': [nothing, book],
  'a booking instead of an offer': [offered, book],
  'a move': [
    fixed,
    on(({ platform }, { id }, by) =>
      moveSession(platform, id, { start: at('2027-03-25T10:00Z'), minutes: null, reason: 'agreed' }, by),
    ),
  ],
  'a move that overlaps': [
    fixed,
    on(({ platform }, { id }, by) =>
      moveSession(platform, id, { start: at('2027-03-22T10:15Z'), minutes: 45, reason: 'agreed' }, by),
    ),
  ],
  'calling off': [
    fixed,
    on(({ platform }, { id }, by) => cancelSession(platform, id, { reopen: false }, by)),
  ],
  'calling an offer off': [
    offered,
    on(({ platform }, { id }, by) => cancelSession(platform, id, { reopen: false }, by)),
  ],
  'opening again': [
    fixed,
    on(({ platform }, { id }, by) => cancelSession(platform, id, { reopen: true }, by)),
  ],
  'another place': [
    fixed,
    on(({ platform }, { id }, by) => changePlace(platform, id, { kind: 'room', room: 'Blue' }, by)),
  ],
  'a stand-in': [
    fixed,
    on(async (world, { id, time }, by) => {
      const uma = await aMentor(settingOf(world), 'Uma Rao')
      return moveSession(
        world.platform,
        id,
        { start: time?.start ?? at('2027-03-22T10:00Z'), minutes: null, reason: 'agreed', mentorId: uma.id },
        by,
      )
    }),
  ],
  'a yes for him': [
    fixed,
    on(({ platform, bernard }, { id }, by) =>
      answerFor(platform, id, { personId: bernard.id, partstat: 'ACCEPTED' }, { ...by, door: 'manager' }),
    ),
  ],
  'a no for him': [
    fixed,
    on(({ platform, bernard }, { id }, by) =>
      answerFor(platform, id, { personId: bernard.id, partstat: 'DECLINED' }, { ...by, door: 'manager' }),
    ),
  ],
  'one of the times for them': [
    offered,
    on(({ platform, bernard }, { id, offer: open }, by) => {
      const [, second] = open?.options ?? []
      const wish = {
        kind: 'option',
        offerId: open?.id ?? 'off_',
        optionId: second?.id ?? 'opt_',
        move: false,
      } as const
      return answerOffer(platform, id, wish, { ...by, id: bernard.id, door: 'prose' })
    }),
  ],
  'none of the times for them': [
    offered,
    on(({ platform, bernard }, { id, offer: open }, by) =>
      answerOffer(
        platform,
        id,
        { kind: 'none', offerId: open?.id ?? 'off_' },
        { ...by, id: bernard.id, door: 'prose' },
      ),
    ),
  ],
  'a log': [over, on(({ platform }, { id }, by) => logOutcome(platform, id, HAPPENED, by))],
  'a reminder': [unanswered, on(({ platform }, { id }, by) => remind(platform, id, by))],
  'a proposed time accepted': [
    proposed,
    on(({ platform }, { id, proposals }, by) =>
      acceptCounter(platform, id, { proposalId: proposals[0]?.id ?? 'ctr_none', reason: null }, by),
    ),
  ],
  'a proposed time refused': [
    proposed,
    on(({ platform }, { id, proposals }, by) =>
      refuseCounter(platform, id, { proposalId: proposals[0]?.id ?? 'ctr_none' }, by),
    ),
  ],
}

test.each(Object.entries(PRESSES))(
  '%s can be undone: all is as before, and nobody hears of it',
  async (_, [situation, press]) => {
    const world = await aWorld()
    const { platform } = world
    const before = await situation(world)
    await minutesLater(world, 2)
    const stood = before && (await findSession(platform.db, before.id))
    const pairing = await findPairing(platform.db, world.pairing.id)
    const [mails, held] = [world.mails.length, await claimsNow(world)]

    const pressed = await press(world, stood, pressing(world))
    await runCron(platform, '* * * * *')
    expect(world.mails.length).toBe(mails)
    const undone = have(await undoPress(platform, pressed.id, pressed.version, pressing(world)))
    await minutesLater(world, 5)

    expect(world.mails.length).toBe(mails)
    expect(undone.version).toBe(pressed.version + 1)
    expect(await claimsNow(world)).toEqual(held)
    const now = await findSession(platform.db, pressed.id)
    const gone = { status: 'cancelled', time: null, offer: null } as const
    expect(comparable(now)).toMatchObject(comparable(stood) ?? gone)
    const ofPairing = await findPairing(platform.db, world.pairing.id)
    expect(ofPairing?.status).toBe(pairing?.status)
    await runDue(platform, 're-arm')
    expect(await findWrong(platform, world.pairing.id)).toEqual([])
    for (const invite of now?.invites ?? []) {
      const earlier = pressed.invites.find(({ id }) => id === invite.id)
      expect(invite.sequence).toBeGreaterThanOrEqual(earlier?.sequence ?? 0)
    }
  },
)

test('what a press frees is nobody else’s until its letters leave', async () => {
  const world = await aWorld()
  const { platform } = world
  const other = await otherExecutive(world)
  const session = await fixed(world)
  await minutesLater(world, 2)
  if (session) await cancelSession(platform, session.id, { reopen: false }, pressing(world))
  const wish = {
    pairingId: other.id,
    start: at('2027-03-22T10:00Z'),
    minutes: null,
    reason: 'agreed',
  } as const
  const early = await bookSession(platform, { ...wish, id: platform.newId('ses') }, asManager(world.nadia))
  expect(early).toMatchObject({ ok: false, refusal: { reason: 'slot-taken' } })
  await minutesLater(world, 2)
  expect(world.mails.at(-1)?.raw).toContain('CANCEL')
  have(await bookSession(platform, { ...wish, id: platform.newId('ses') }, asManager(world.nadia)))
})

test('a booking is taken back also where a time of the offer before it has ended and is somebody else’s', async () => {
  const world = await aWorld()
  const { platform } = world
  const other = await otherExecutive(world)
  const session = await offered(world)
  const [ended, ...left] = session?.offer?.options ?? []
  if (!ended) throw new Error('nothing offered')
  world.now(iso(ended.until))
  const wish = { pairingId: other.id, start: ended.start, minutes: null, reason: 'agreed' } as const
  have(await bookSession(platform, { ...wish, id: platform.newId('ses') }, asManager(world.nadia)))
  const pressed = await book(world, session, pressing(world))
  have(await undoPress(platform, pressed.id, pressed.version, pressing(world)))

  expect((await findSession(platform.db, pressed.id))?.status).toBe('offered')
  const held = await platform.db.select().from(claims).where(eq(claims.sessionId, pressed.id))
  const starts = left.filter(({ until }) => until > platform.now()).map(({ start }) => start)
  expect(new Set(held.map(({ startsAt }) => startsAt))).toEqual(new Set(starts))
})

test('once its minute is over a press stays, and its letters leave', async () => {
  const world = await aWorld()
  const { platform } = world
  const pressed = await offer(world, null, pressing(world))
  await minutesLater(world, 2)
  expect(world.mails).toHaveLength(1)
  expect(await undoPress(platform, pressed.id, pressed.version, pressing(world))).toMatchObject({
    refusal: { reason: 'undo-over' },
  })
})

test('what has happened since is not undone', async () => {
  const world = await aWorld()
  const { platform, bernard, odile } = world
  const session = await fixed(world)
  await minutesLater(world, 2)
  if (!session) throw new Error('no session')
  have(await changePlace(platform, session.id, { kind: 'room', room: 'Blue' }, pressing(world)))
  const pressed = await findSession(platform.db, session.id)
  have(
    await answerFor(
      platform,
      session.id,
      { personId: bernard.id, partstat: 'ACCEPTED' },
      { id: odile.id, door: 'link' },
    ),
  )
  expect(await undoPress(platform, session.id, pressed?.version ?? 0, pressing(world))).toMatchObject({
    refusal: {
      reason: 'changed-since',
      since: [{ code: 'answered', actorId: odile.id, at: platform.now() }],
    },
  })
})

test('a press is not undone once its pairing has changed, though its session has not', async () => {
  const world = await aWorld()
  const { platform } = world
  const here = settingOf(world)
  const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit' })
  const pairing = await aPairing(here, world.tom, yann, 'proposed')
  const pressed = await book({ ...world, pairing }, null, pressing(world))
  expect((await findPairing(platform.db, pairing.id))?.status).toBe('active')
  have(await changePairing(platform, pairing.id, { status: 'paused' }, asManager(world.nadia)))

  expect((await findSession(platform.db, pressed.id))?.version).toBe(pressed.version)
  expect(await undoPress(platform, pressed.id, pressed.version, pressing(world))).toMatchObject({
    refusal: { reason: 'changed-since', since: [{ code: 'pairing-status', actorId: world.nadia.id }] },
  })
  expect((await findPairing(platform.db, pairing.id))?.status).toBe('paused')
})

test('a round that was called off does not come back once its pairing has ended, or has another round', async () => {
  const world = await aWorld()
  const { platform, pairing, nadia } = world
  const session = await fixed(world)
  await minutesLater(world, 2)
  if (!session) throw new Error('no session')
  const pressed = have(await cancelSession(platform, session.id, { reopen: false }, pressing(world)))
  await offer(world, null, asManager(nadia))
  const undoing = () => undoPress(platform, pressed.id, pressed.version, pressing(world))
  expect(await undoing()).toMatchObject({
    refusal: {
      reason: 'changed-since',
      since: expect.arrayContaining([expect.objectContaining({ code: 'offered' })]),
    },
  })
  have(await changePairing(platform, pairing.id, { status: 'ended' }, asManager(nadia)))
  expect(await undoing()).toMatchObject({
    refusal: {
      reason: 'changed-since',
      since: expect.arrayContaining([expect.objectContaining({ code: 'pairing-status', actorId: nadia.id })]),
    },
  })
  expect((await findSession(platform.db, session.id))?.status).toBe('cancelled')
})

test('a log is taken back beside the next round, which the clock had opened without it', async () => {
  const world = await aWorld()
  const { platform } = world
  const session = await over(world)
  if (!session) throw new Error('no session')
  world.now('2027-04-12T09:00Z')
  await runCron(platform, '* * * * *')
  expect((await findSession(platform.db, session.id))?.passed).toBe(true)

  const logged = have(await logOutcome(platform, session.id, HAPPENED, pressing(world)))
  const back = have(await undoPress(platform, session.id, logged.version, pressing(world)))
  expect(back).toMatchObject({ status: 'fixed', passed: true })
})

test('a log is taken back though its pairing has ended since: what is over still waits to be logged', async () => {
  const world = await aWorld()
  const { platform, pairing, nadia } = world
  const session = await over(world)
  if (!session) throw new Error('no session')
  have(await changePairing(platform, pairing.id, { status: 'paused' }, asManager(nadia)))
  const logged = have(await logOutcome(platform, session.id, HAPPENED, pressing(world)))
  have(await changePairing(platform, pairing.id, { status: 'ended' }, asManager(nadia)))

  const back = have(await undoPress(platform, session.id, logged.version, pressing(world)))
  expect(back).toMatchObject({ status: 'fixed', passed: false })
})

test.each([
  ['en', /because this has happened since: Answered the invite \(Odile Martin, 09:02/],
  ['fr', /car ceci s’est passé depuis : [^(]+\(Odile Martin, 09:02/],
] as const)('the page says who did what since, in %s', async (locale, says) => {
  const world = await aWorld()
  const { platform, bernard, odile, nadia } = world
  have(await changePerson(platform, nadia.id, { locale, zone: 'Europe/Paris' }, asManager(nadia)))
  const session = await fixed(world)
  if (!session) throw new Error('no session')
  await minutesLater(world, 2)
  const client = await world.as(nadia)
  const moved = await submitted(client, `/sessions/${session.id}/place`, { placeKind: 'room', place: 'Blue' })
  const [, press = ''] = /pressed=([^#]+)/.exec(moved.headers.get('Location') ?? '') ?? []
  const answer = { personId: bernard.id, partstat: 'ACCEPTED' } as const
  have(await answerFor(platform, session.id, answer, { id: odile.id, door: 'link' }))

  const undone = await submitted(client, '/presses/undo', { pressed: press })
  expect(undone.status).toBe(409)
  expect(wordsOf(String(undone.body))).toMatch(says)
})

test('a booking and a move in one minute: after the move is undone the first time is what people hear', async () => {
  const world = await aWorld()
  const { platform } = world
  const booked = await book(world, null, pressing(world))
  const moved = have(
    await moveSession(
      platform,
      booked.id,
      { start: at('2027-03-25T10:00Z'), minutes: null, reason: 'agreed' },
      pressing(world),
    ),
  )
  have(await undoPress(platform, moved.id, moved.version, pressing(world)))
  await minutesLater(world, 3)
  expect(world.mails).toHaveLength(2)
  for (const { raw } of world.mails) expect(await textOf(raw)).toContain('DTSTART:20270324T100000Z')
})

test('a stand-in is taken back while the invites still wait: they go to whose session it is, and name him', async () => {
  const world = await aWorld()
  const { platform, tom, bernard } = world
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  const session = await fixed(world)
  if (!session?.time) throw new Error('no session')
  const { id, time } = session
  const wish = { start: time.start, minutes: null, reason: 'agreed', mentorId: uma.id }
  const pressed = have(await moveSession(platform, id, wish, pressing(world)))
  have(await undoPress(platform, id, pressed.version, pressing(world)))
  await minutesLater(world, 2)
  expect(world.mails.map(({ to }) => to).toSorted()).toEqual([bernard.email, tom.email].toSorted())
  const toBernard = world.mails.find(({ to }) => to === bernard.email)
  expect(calendarIn(toBernard?.raw ?? '')).toContain('T. Leroy')
})

test('“send now” does not wait for the minute', async () => {
  const world = await aWorld()
  const { platform } = world
  const pressed = await offer(world, null, pressing(world))
  have(await sendNow(platform, pressed.id, pressed.version))
  await runCron(platform, '* * * * *')
  expect(world.mails).toHaveLength(1)
  expect(await undoPress(platform, pressed.id, pressed.version, pressing(world))).toMatchObject({ ok: false })
})

test('what starts within two hours, the API and a minute of zero tell at once', async () => {
  const world = await aWorld()
  const { platform } = world
  const start = after(platform.now(), HOUR)
  await bookSession(
    platform,
    { id: platform.newId('ses'), pairingId: world.pairing.id, start, minutes: null, reason: 'agreed' },
    pressing(world),
  )
  await runCron(platform, '* * * * *')
  expect(world.mails.filter(({ raw }) => raw.includes('method=REQUEST'))).toHaveLength(2)

  const api = await aWorld()
  await offer(api, null, asManager(api.nadia))
  await runCron(api.platform, '* * * * *')
  expect(api.mails).toHaveLength(1)

  const none = await aWorld({ policy: { undoSeconds: 0 } })
  await offer(none, null, pressing(none))
  await runCron(none.platform, '* * * * *')
  expect(none.mails).toHaveLength(1)
})

test('an answer to what the calendar still shows counts after a move was undone', async () => {
  const world = await aWorld()
  const { platform, bernard } = world
  const session = await offered(world)
  const [option] = session?.offer?.options ?? []
  if (!session?.offer || !option) throw new Error('no offer')
  have(
    await answerOffer(
      platform,
      session.id,
      { kind: 'option', offerId: session.offer.id, optionId: option.id, move: false },
      { id: bernard.id, door: 'link' },
    ),
  )
  await minutesLater(world, 2)
  const moved = have(
    await moveSession(
      platform,
      session.id,
      { start: at('2027-03-25T10:00Z'), minutes: null, reason: 'agreed' },
      pressing(world),
    ),
  )
  const undone = have(await undoPress(platform, moved.id, moved.version, pressing(world)))
  const invite = undone.invites.find(({ personId, live }) => live && personId === bernard.id)
  expect(invite).toMatchObject({ sentSequence: 0 })
})

function pressing(world: World): ByPerson {
  return { ...asManager(world.nadia), pressedBy: world.nadia.id }
}

/** Without what counts up. */
function comparable(session: Session | null) {
  if (!session) return null
  const { version: _, invites, ...rest } = session
  return {
    ...rest,
    invites: invites
      .filter(({ live }) => live)
      .map(({ sequence: _sequence, stampedAt: _stampedAt, ...invite }) => invite),
  }
}

async function claimsNow({ platform }: World) {
  const rows = await platform.db.select().from(claims).orderBy(claims.personId, claims.startsAt)
  return rows.filter(({ heldUntil }) => heldUntil === null || heldUntil > platform.now())
}

async function otherExecutive(world: World) {
  const here = settingOf(world)
  return aPairing(here, world.tom, await aPersonIn(here, 'executive', { name: 'Vera Lind' }))
}

async function textOf(raw: string): Promise<string> {
  const encoded = /Content-Type: text\/calendar[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(raw)?.[1] ?? ''
  return Promise.resolve(atob(encoded.replace(/\s/g, '')))
}

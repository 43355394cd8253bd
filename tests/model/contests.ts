import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { offerTimes } from '../../worker/actions/offer/make.ts'
import { changePairing } from '../../worker/actions/pairing/change.ts'
import { erasePerson } from '../../worker/actions/people/erase.ts'
import { setDeparture } from '../../worker/actions/people/set-departure.ts'
import { answerFor } from '../../worker/actions/session/answer-for.ts'
import { bookSession } from '../../worker/actions/session/book.ts'
import { cancelSession } from '../../worker/actions/session/cancel.ts'
import { acceptCounter, recordCounter } from '../../worker/actions/session/counter.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { undoPress } from '../../worker/actions/undo/undo.ts'
import { receive } from '../../worker/delivery/in/receive.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import type { Pairing } from '../../worker/domain/pairing/pairing.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { Partstat, Session } from '../../worker/domain/session/session.ts'
import { after, type Instant, MINUTE } from '../../worker/domain/time/time.ts'
import { type CalendarAnswer, writeReply } from '../../worker/http/dev/reply.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { at } from '../support/times.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  have,
  settingOf,
  type World,
} from '../support/world.ts'
import type { Actor } from './one-at-a-time.ts'

/** Two mentors and two executives, each paired with each; the first pairing is Tom and Mr Bernard. */
export type Ring = {
  readonly world: World
  /** Tom and Mrs Faure: the mentor is wanted twice. */
  readonly sameMentor: Pairing
  /** Uma and Mr Bernard: the executive is wanted twice. */
  readonly sameExecutive: Pairing
}

export async function aRing(world: World): Promise<Ring> {
  const here = settingOf(world)
  const uma = await aMentor(here, 'Uma Rao')
  const faure = await aPersonIn(here, 'executive', { name: 'Helene Faure' })
  return {
    world,
    sameMentor: await aPairing(here, world.tom, faure),
    sameExecutive: await aPairing(here, uma, world.bernard),
  }
}

export type Contest = {
  readonly name: string
  /** What is there before, and who then acts at once. */
  readonly prepare: (ring: Ring) => Promise<readonly Actor[]>
}

const WANTED = at('2027-03-24T09:00Z')
const LATER = at('2027-03-25T09:00Z')

const book =
  ({ nadia }: World, { id: pairingId }: Pairing, start: Instant = WANTED): Actor =>
  (platform) =>
    bookSession(
      platform,
      { id: platform.newId('ses'), pairingId, start, minutes: null, reason: 'agreed' },
      asManager(nadia),
    )
const move =
  ({ nadia }: World, { id }: Session, start: Instant = WANTED): Actor =>
  (platform) =>
    moveSession(platform, id, { start, minutes: null, reason: 'agreed' }, asManager(nadia))
const pick =
  ({ odile }: World, { id, offer }: Session, nth = 0): Actor =>
  (platform) => {
    const optionId = offer?.options[nth]?.id ?? 'opt_none'
    const wish = { offerId: offer?.id ?? 'off_none', kind: 'option', optionId, move: false } as const
    return answerOffer(platform, id, wish, { id: odile.id, door: 'link' })
  }
const own =
  ({ odile }: World, { id, offer }: Session): Actor =>
  (platform) =>
    answerOffer(
      platform,
      id,
      { offerId: offer?.id ?? 'off_none', kind: 'own', start: WANTED },
      { id: odile.id, door: 'link' },
    )
const offer =
  ({ nadia, pairing }: World, { id: pairingId } = pairing): Actor =>
  (platform) =>
    offerTimes(
      platform,
      { id: platform.newId('off'), pairingId, minutes: null, options: null },
      asManager(nadia),
    )
const cancel =
  ({ nadia }: World, { id }: Session, reopen = false): Actor =>
  (platform) =>
    cancelSession(platform, id, { reopen }, asManager(nadia))
const answerBy =
  (
    door: 'link' | 'manager',
    by: Person,
    { id }: Session,
    personId: Person['id'],
    partstat: Partstat,
  ): Actor =>
  (platform) =>
    answerFor(platform, id, { personId, partstat }, { id: by.id, door })
const byMail =
  ({ bernard }: World, { invites, time }: Session, said: CalendarAnswer): Actor =>
  (platform) => {
    const invite = invites.find(({ personId }) => personId === bernard.id)
    if (!invite || !time) throw new Error('not invited')
    const attendee = { name: 'A', address: bernard.email }
    const raw = writeReply({ ...invite, time, attendee }, said, {
      ...{ at: platform.now(), messageId: `<${crypto.randomUUID()}@calendar.example>` },
    })
    const octets = new TextEncoder().encode(raw)
    return receive(platform, { to: bernard.replyAddress, raw: octets, receiver: 'mx.example' })
  }
const tick: Actor = (platform) => runCron(platform, '* * * * *')

const fixed = ({ world }: Ring, pairing = world.pairing, start = '2027-03-22T09:00Z') =>
  aFixedSession(settingOf(world), pairing, start)
const offered = ({ world }: Ring) => anOffer(settingOf(world), world.pairing)

/** Declined eleven minutes ago: the next tick makes a bump of it. */
async function declined(ring: Ring): Promise<Session> {
  const { world } = ring
  const session = await fixed(ring)
  await tick(world.platform)
  await answerBy('link', world.odile, session, world.bernard.id, 'DECLINED')(world.platform)
  world.now(new Date(after(world.platform.now(), 11 * MINUTE)).toISOString())
  return session
}

export const CONTESTS: readonly Contest[] = [
  {
    name: 'three bookings of one time, the mentor and the executive wanted twice',
    prepare: async ({ world, sameMentor, sameExecutive }) => [
      book(world, world.pairing),
      book(world, sameMentor),
      book(world, sameExecutive),
    ],
  },
  {
    name: 'two moves and a booking to one time of the executive',
    prepare: async (ring) => [
      move(ring.world, await fixed(ring)),
      move(ring.world, await fixed(ring, ring.sameExecutive, '2027-03-23T09:00Z')),
      book(ring.world, ring.sameMentor),
    ],
  },
  {
    name: 'a pick, another pick and an offer anew',
    prepare: async (ring) => {
      const session = await offered(ring)
      return [pick(ring.world, session, 0), pick(ring.world, session, 1), offer(ring.world)]
    },
  },
  {
    name: 'a pick, a cancellation and a time of his own',
    prepare: async (ring) => {
      const session = await offered(ring)
      return [pick(ring.world, session), cancel(ring.world, session), own(ring.world, session)]
    },
  },
  {
    name: 'a time of his own, a booking and an offer for the mentor',
    prepare: async (ring) => [
      own(ring.world, await offered(ring)),
      book(ring.world, ring.sameMentor),
      offer(ring.world, ring.sameExecutive),
    ],
  },
  {
    name: 'an accepted counter-proposal, and two who want its time',
    prepare: async (ring) => {
      const { world } = ring
      const session = await fixed(ring)
      const wish = { personId: world.bernard.id, by: { id: world.bernard.id, door: 'link' } } as const
      const asked = have(
        await recordCounter(world.platform, session.id, { ...wish, time: { start: WANTED, end: null } }),
      )
      const proposalId = asked.proposals[0]?.id ?? 'ctr_none'
      return [
        (platform) =>
          acceptCounter(platform, session.id, { proposalId, reason: 'agreed' }, asManager(world.nadia)),
        book(world, ring.sameMentor),
        book(world, ring.sameExecutive),
      ]
    },
  },
  {
    name: 'the same answer through two doors, and its opposite',
    prepare: async (ring) => {
      const { world } = ring
      const session = await fixed(ring)
      return [
        byMail(world, session, 'ACCEPTED'),
        answerBy('link', world.bernard, session, world.bernard.id, 'ACCEPTED'),
        answerBy('manager', world.nadia, session, world.bernard.id, 'DECLINED'),
      ]
    },
  },
  {
    name: 'a cancellation, an acceptance and a counter-proposal',
    prepare: async (ring) => {
      const session = await fixed(ring)
      return [
        cancel(ring.world, session),
        byMail(ring.world, session, 'ACCEPTED'),
        byMail(ring.world, session, { propose: { start: LATER, end: after(LATER, 30 * MINUTE) } }),
      ]
    },
  },
  {
    name: 'an undo, a delivery and a tick in the last second of the minute',
    prepare: async (ring) => {
      const { world } = ring
      const session = await fixed(ring)
      await tick(world.platform)
      const by = { ...asManager(world.nadia), pressedBy: world.nadia.id, pressedAt: world.platform.now() }
      const wish = { start: LATER, minutes: null, reason: 'agreed' }
      const moved = have(await moveSession(world.platform, session.id, wish, by))
      world.now(new Date(after(world.platform.now(), MINUTE - 1000)).toISOString())
      const late =
        (act: Actor): Actor =>
        (platform) =>
          act({ ...platform, now: () => after(platform.now(), 1000) })
      return [
        (platform) => undoPress(platform, session.id, moved.version, asManager(world.nadia)),
        late((platform) => deliverDue(platform)),
        late(tick),
      ]
    },
  },
  {
    name: 'two ticks over a decline, and an answer that takes it back',
    prepare: async (ring) => {
      const session = await declined(ring)
      return [tick, tick, byMail(ring.world, session, 'ACCEPTED')]
    },
  },
  {
    name: 'a tick over a decline, a move and a cancellation',
    prepare: async (ring) => {
      const session = await declined(ring)
      return [tick, move(ring.world, session, LATER), cancel(ring.world, session, true)]
    },
  },
  {
    name: 'a departure, a booking after it and a pick',
    prepare: async (ring) => {
      const { world } = ring
      const session = await offered(ring)
      const leaves: Actor = (platform) =>
        setDeparture(platform, world.tom.id, '2027-03-16', asManager(world.nadia))
      return [leaves, book(world, ring.sameMentor), pick(world, session)]
    },
  },
  {
    name: 'an erasure, a pick and a booking',
    prepare: async (ring) => {
      const { world } = ring
      const session = await offered(ring)
      return [
        (platform) => erasePerson(platform, world.bernard.id, asManager(world.nadia)),
        pick(world, session),
        book(world, ring.sameExecutive),
      ]
    },
  },
  {
    name: 'the end of a pairing, a pick and an offer',
    prepare: async (ring) => {
      const { world } = ring
      const session = await offered(ring)
      return [
        (platform) => changePairing(platform, world.pairing.id, { status: 'ended' }, asManager(world.nadia)),
        pick(world, session),
        offer(world),
      ]
    },
  },
]
